import Codec
import Confinement
import Draw
import Foundation
import Media
import Props
import Testing

@testable import MediaWorker

/// Texts in a stranger's fonts are set by a worker as this process would set them.
@Suite struct TypeTests {
  private let workshop: Workshop
  private let fonts: [String]

  init() throws {
    workshop = try Workshop()
    let inter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf"
    let installed = try FontLibrary().files.sorted()
    let found =
      [inter] + ["DejaVuSans.ttf", "NotoColorEmoji.ttf"].compactMap { name in installed.first { $0.hasSuffix(name) } }
    // A font of nobody's: the same, and a byte behind its end.
    var copies: [String] = []
    for path in found where installed.contains(path) {
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
      copies.append(try workshop.write("font\(copies.count)", bytes + [0]))
    }
    fonts = copies
  }

  private func setter(_ files: [String], from nursery: Nursery = Apart.nursery, required: Protection = []) throws
    -> ConfinedTypesetter
  {
    var limits = MediaLimits()
    limits.wallClock = .seconds(nursery === Apart.nursery ? 60 : 0.5)
    return try ConfinedTypesetter(
      fonts: files.map { FontFile($0) }, nursery: nursery, limits: limits, required: required)
  }

  @Test(arguments: [
    "Hello, remix", "سلام عليكم", "😀👍🏽", "שלום 12", "Ελληνικά и кириллица", "", "a\nb\n\nc",
    "ภาษาไทยไม่มีช่องว่างระหว่างคำจึงต้องมีพจนานุกรม",
  ])
  func aTextIsSetAsInThisProcess(text: String) throws {
    try #require(fonts.count == 3)
    var style = TextStyle(size: 40, wrapWidth: 300)
    style.outline = .init(width: 3)
    style.shadow = .init()
    let (here, apart) = (try Typesetter(library: FontLibrary(files: fonts.map { FontFile($0) })), try setter(fonts))
    #expect(try here.measure(text, style) == apart.measure(text, style))
    for scale in [1, 0.5, 2.25] {
      let (mine, theirs) = (try here.draw(text, style, scale: scale), try apart.draw(text, style, scale: scale))
      #expect(mine.x == theirs.x && mine.y == theirs.y && mine.frame.size == theirs.frame.size)
      let areEqual = mine.frame.samples == theirs.frame.samples
      #expect(areEqual)
    }
  }

  @Test(arguments: TextPiece.allCases) func piecesAreDrawnAsInThisProcess(kind: TextPiece) throws {
    let (here, apart) = (try Typesetter(library: FontLibrary(files: fonts.map { FontFile($0) })), try setter(fonts))
    let style = TextStyle(size: 40, outline: .init(width: 3), shadow: .init(), background: .init(color: .black))
    let mine = try here.draw("Hello سلام 👍\nremix", style, by: kind)
    let theirs = try apart.draw("Hello سلام 👍\nremix", style, by: kind, scale: 1)
    #expect(mine.pieces == theirs.pieces)
    let areEqual = mine.frame.samples == theirs.frame.samples
    #expect(areEqual)
  }

  @Test func whatIsNoFontIsAnErrorOfItsPost() throws {
    let none = try workshop.write("none.ttf", (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    #expect(throws: DrawError.noFonts) { try setter([none]).measure("x", TextStyle()) }
    #expect(throws: DrawError.noFonts) { try setter([workshop.path("missing.ttf")]).measure("x", TextStyle()) }
  }

  @Test func mistakesAreSaidAsInThisProcess() throws {
    let style = TextStyle(size: -1)
    let mine = #expect(throws: DrawError.self) {
      try Typesetter(library: FontLibrary(files: fonts.map { FontFile($0) })).measure("x", style)
    }
    let theirs = #expect(throws: DrawError.self) { try setter(fonts).measure("x", style) }
    #expect(mine == theirs)
  }

  @Test(arguments: [
    ("die", "ended unexpectedly: signal 11"), ("hang", "takes too long"), ("babble", "sent what it should not"),
    ("flood", "sent what it should not"), ("bare", "takes too long"),
  ])
  func aWorkerThatComesToGriefIsAnErrorOfItsPost(role: String, words: String) throws {
    let nursery = try Apart.impostors(role, in: workshop)
    let error = #expect(throws: DrawError.self) { try setter(fonts, from: nursery).measure("x", TextStyle()) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    #expect(throws: (any Error).self) { try setter(fonts, from: nursery).draw("x", TextStyle(), scale: 1) }
  }

  @Test(arguments: [
    "make-socket", "start-process", "run-program", "kill-parent", "trace-parent", "write-elsewhere", "give-up-filter",
    "make-code", "use-old-calls", "write-file", "grow-memory", "map-memory-as-code",
    "turn-memory-into-code", "make-file", "write-font",
  ])
  func anAttemptToLeaveEndsTheProcess(name: String) throws {
    let prison = try Prison(like: "type", attempt: name)
    #expect(prison.wasStopped, "\(name): \(prison)")
  }

  @Test func itsFontsAreTheOnlyFilesInReach() throws {
    #expect(try Prison(like: "type", attempt: "read-font").succeeded)
    #expect(try Prison(like: "type", attempt: "open-file").wasRefused)
  }
}
