import Foundation
import Props
import Testing

/// Ctrl-C stops cleanly.
@Suite(.timeLimit(.minutes(2)))
struct InterruptTests {
  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aStoppedRenderingLeavesNothingBehind(number: Int32, status: Int32) throws {
    let folder = try Folder(["long.lua": Recipes.long, "out.mp4": "old"])
    let run = try Program(folder: folder).start(["render", "long.lua", "-o", "out.mp4"])
    run.waitForErrors(containing: "rendering")
    usleep(300_000)
    run.child.send(number)
    let outcome = try run.outcome()
    #expect(outcome.end == .exit(status))
    #expect(outcome.errors.contains("stopped"))
    #expect(try folder.names == ["long.lua", "out.mp4"])
    #expect(folder.read("out.mp4") == Data("old".utf8))
  }

  @Test func anEndlessRecipeIsStoppedAtOnce() throws {
    // A second of work or so, if nothing stops it.
    let folder = try Folder(["loop.lua": "while true do end"])
    let run = try Program(folder: folder).start(["render", "loop.lua", "-o", "out.mp4"])
    usleep(100_000)
    run.child.send(SIGINT)
    // The signal itself, where the program was not listening yet.
    #expect(try [.exit(130), .signal(SIGINT)].contains(run.outcome().end))
    #expect(try folder.names == ["loop.lua"])
  }

  @Test func programsAreToldThatItWasStopped() throws {
    let folder = try Folder(["long.lua": Recipes.long])
    let run = try Program(folder: folder).start(["render", "long.lua", "-o", "out.mp4", "--json"])
    run.waitForErrors(containing: "progress")
    run.child.send(SIGINT)
    let outcome = try run.outcome()
    #expect(outcome.status == 130)
    let error = try #require(try JSONObject(outcome.output)["error"] as? [String: Any])
    #expect(error["kind"] as? String == "cancelled")
  }
}
