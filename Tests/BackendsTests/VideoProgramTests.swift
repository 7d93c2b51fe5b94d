import Foundation
import Graph
import Media
import Testing

@testable import Backends

/// Programs that make videos, good and bad.
@Suite struct VideoProgramTests {
  private let folder = NSTemporaryDirectory() + "programs-\(UUID())"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(VideosServerTests.movie).write(to: URL(filePath: folder + "/movie"))
  }

  /// The program finds where to write in the JSON that it reads.
  private func program(_ script: String, time: Duration = .seconds(20), limit: Int = 1 << 20) -> VideoProgram {
    let script = #"order=$(cat); out=$(printf %s "$order" | sed 's/.*"output":"\([^"]*\)".*/\1/'); "# + script
    return VideoProgram(["sh", "-c", script], folder: folder, offer: .vllmOmni, time: time, videoLimit: limit)
  }

  private func ended(_ program: VideoProgram, _ key: String = "t-1") throws -> Job.State {
    for _ in 0..<1000 {
      let state = try program.poll(key).state
      guard state == .running(progress: nil) else { return state }
      usleep(10_000)
    }
    return .running(progress: nil)
  }

  @Test func aProgramReadsItsOrderAndWritesAFile() throws {
    let program = program(#"printf %s "$order" > \#(folder)/order; cp \#(folder)/movie "$out""#)
    let order = VideoOrder(
      "a \"cat\"", size: Size(width: 640, height: 368), seconds: 2, seed: 3, settings: ["fps": .number(8)])
    #expect(try program.submit(order, key: "t-1").id == "t-1")
    #expect(try ended(program) == .done(until: nil))
    let json = try CanonicalJSON(parsing: [UInt8](Data(contentsOf: URL(filePath: folder + "/order"))))
    #expect(json["prompt"]?.asText == "a \"cat\"" && json["width"]?.asWhole == 640 && json["seconds"]?.asWhole == 2)
    #expect(json["key"]?.asText == "t-1" && json["seed"]?.asWhole == 3 && json["settings"]?.text == #"{"fps":8}"#)
    let file = try program.fetch("t-1", into: folder + "/out.mp4")
    #expect(file == (try program.fetch("t-1", into: folder + "/out.mp4")) && file.type == "video/mp4")
  }

  @Test func whatIsDoneIsFoundAfterARestartAndNotMadeTwice() throws {
    let script = #"echo >> \#(folder)/count; cp \#(folder)/movie "$out""#
    _ = try program(script).submit(VideoOrder("a"), key: "t-1")
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: folder + "/t-1.done") { usleep(10_000) }
    let again = program(script)
    #expect(try again.find(key: "t-1")?.state == .done(until: nil) && again.find(key: "t-2") == nil)
    #expect(try again.submit(VideoOrder("a"), key: "t-1").state == .done(until: nil))
    #expect(try Data(contentsOf: URL(filePath: folder + "/count")).count == 1)
    try again.cancel("t-1")
    #expect(try again.find(key: "t-1") == nil)
    guard case .failed = try again.poll("t-1").state else { return #expect(Bool(false), "it is gone") }
  }

  @Test(arguments: [
    ("exit 3", "status 3"), ("true", "empty"), (#"echo hello > "$out""#, "none that is known"),
    ("kill -9 $$", "status 265"),
    ("yes", "gives too much"), (#"cat /dev/zero | head -c 2000000 >> "$out""#, "none that is known"),
  ])
  func programsThatFailSaySo(script: String, words: String) throws {
    let program = program(script)
    _ = try program.submit(VideoOrder("a"), key: "t-1")
    let state = try ended(program)
    guard case .failed(let reason) = state else { return #expect(Bool(false), "\(state)") }
    #expect(reason.contains(words), "\(reason)")
    #expect(throws: BackendError.expired) { try program.fetch("t-1", into: folder + "/out") }
  }

  @Test func aProgramThatIsCancelledEnds() throws {
    let program = program(#"sleep 60 & echo $! > \#(folder)/pid; sleep 60"#)
    _ = try program.submit(VideoOrder("a"), key: "t-1")
    #expect(try program.submit(VideoOrder("a"), key: "t-1").state == .running(progress: nil))
    for _ in 0..<500 where (try? Data(contentsOf: URL(filePath: folder + "/pid")).count) ?? 0 < 2 { usleep(10_000) }
    try program.cancel("t-1")
    #expect(try ended(program) == .cancelled)
  }

  @Test func aSlowProgramIsEnded() throws {
    let program = program("sleep 60", time: .milliseconds(300))
    _ = try program.submit(VideoOrder("a"), key: "t-1")
    #expect(try ended(program) == .failed(reason: "sh takes too long, or gives too much"))
  }

  @Test(arguments: ["", "..", "a/b", "a b", String(repeating: "a", count: 201), "é"])
  func aKeyIsAName(key: String) {
    #expect(throws: BackendError.self) { try program("true").submit(VideoOrder("a"), key: key) }
    #expect(throws: BackendError.self) { try program("true").cancel(key) }
  }
}
