import Foundation
import Testing

/// People at a terminal get colours and a bar; logs get plain lines.
@Suite(.timeLimit(.minutes(2)))
struct TerminalTests {
  @Test func colorsAreForTerminalsOnly() throws {
    let folder = try Folder(["bad.lua": "return 42"])
    #expect(try !Program(folder: folder)("check", "bad.lua").errors.contains("\u{1B}"))
    let terminal = try Terminal(folder, ["check", "bad.lua"])
    #expect(terminal.shown.contains("\u{1B}[1;31merror:\u{1B}[0m"))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func colorsCanBeRefused(environment: [String: String]) throws {
    let folder = try Folder(["bad.lua": "return 42"])
    let terminal = try Terminal(folder, ["check", "bad.lua"], environment: environment)
    #expect(terminal.shown.hasPrefix("error: "))
    #expect(!terminal.shown.contains("\u{1B}"))
  }

  @Test func aTerminalShowsABarAndTakesItAway() throws {
    let folder = try Folder(["small.lua": Recipes.small])
    let shown = try Terminal(folder, ["render", "small.lua", "-o", "out.mp4"]).shown
    #expect(shown.contains("\r["))
    #expect(shown.contains("of 5 frames ("))
    #expect(shown.contains(" left"))
    #expect(shown.hasSuffix("\r\u{1B}[K"))
  }

  @Test func aLogHasPlainLines() throws {
    let folder = try Folder(["small.lua": Recipes.small])
    let outcome = try Program(folder: folder)("render", "small.lua", "-o", "out.mp4")
    #expect(outcome.errors.hasPrefix("rendering out.mp4, 64x64 at 10 frames/s\n"))
    #expect(!outcome.errors.contains("\r"))
  }

  @Test func warningsComeBeforeTheWork() throws {
    let folder = try Folder(["rare.lua": Recipes.unprintable])
    let outcome = try Program(folder: folder)("render", "rare.lua", "-o", "out.mp4")
    #expect(outcome.status == 0)
    let lines = outcome.errors.split(separator: "\n")
    try #require(lines.count == 4)
    #expect(lines[0].hasPrefix("warning: rare.lua:2: text: no installed font has U+10F0F0"))
    #expect(lines[2].hasSuffix("|        ^~~~"))
    #expect(lines[3].hasPrefix("rendering"))
  }

  @Test func quietSaysNothing() throws {
    let folder = try Folder(["small.lua": Recipes.small])
    let outcome = try Program(folder: folder)("render", "small.lua", "-o", "out.mp4", "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
  }
}
