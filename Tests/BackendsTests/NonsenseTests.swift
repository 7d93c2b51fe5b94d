import Claims
import Foundation
import Graph
import Loopback
import Speech
import Synchronization
import Testing

@testable import Backends

/// Answers that no server would give.
@Suite struct NonsenseTests {
  /// The words of all interfaces, in places where they do not belong.
  private static let names = [
    "id", "status", "progress", "expires_at", "created_at", "error", "code", "message", "data", "detail", "loc", "msg",
    "prompt",
    "choices", "content", "refusal", "finish_reason", "usage", "total_tokens", "prompt_id", "node_errors", "errors",
    "voices",
    "queue_running", "queue_pending", "outputs", "messages", "status_str", "images", "filename", "type", "a",
  ]
  private static let words = [
    "", "a", "queued", "completed", "failed", "success", "error", "output", "execution_error", "k-1", "x.mp4",
  ]
  private static let numbers: [Double] = [0, -1, 0.5, 1e308, -1e308, 9e15, 0x1p53, 1e19, 100]

  private static func value(_ draws: inout Draws, depth: Int) -> CanonicalJSON {
    switch draws.int(0...(depth > 0 ? 6 : 3)) {
    case 0: .string(draws.one(of: words))
    case 1: .number(draws.one(of: numbers))
    case 2: .boolean(draws.flag())
    case 3: .null
    case 4: .array(draws.list(0...4) { value(&$0, depth: depth - 1) })
    default:
      .object(
        Dictionary(draws.list(0...6) { ($0.one(of: names), value(&$0, depth: depth - 1)) }, uniquingKeysWith: { $1 }))
    }
  }

  @Test func noAnswerDoesMoreHarmThanAnError() throws {
    let next = Mutex(CanonicalJSON.null)
    let server = LoopbackServer { _ in .json(next.withLock { $0 }) }
    defer { server.stop() }
    let asked = Server(try server.address)
    let file = #"{"6":{"class_type":"A","inputs":{"text":""}}}"#
    let comfy = try ComfyServer(asked, Workflow(Array(file.utf8), sockets: ["prompt": [try #require(.init("6.text"))]]))
    let makers: [any VideoMaking] = [comfy, VideosServer(asked, model: nil, offer: .vllmOmni)]
    let path = NSTemporaryDirectory() + "nonsense-\(UUID())"
    try always(runs: 100) {
      Self.value(&$0, depth: 5)
    } holds: { value in
      next.withLock { $0 = value }
      for maker in makers {
        _ = Self.outcome { () throws(BackendError) in try maker.submit(VideoOrder("a"), key: "k-1", nil) }
        _ = Self.outcome { () throws(BackendError) in try maker.poll("a", nil) }
        _ = Self.outcome { () throws(BackendError) in try maker.find(key: "k-1", nil) }
        _ = Self.outcome { () throws(BackendError) in try maker.fetch("a", into: path, nil) }
        _ = Self.outcome { () throws(BackendError) in try maker.cancel("a", nil) }
      }
      _ = Self.outcome { () throws(BackendError) in try SpeechServer.voices(of: asked) }
      _ = Self.outcome { () throws(BackendError) in
        try ChatServer(asked, model: "m").answer(to: .array([]))
      }
      return !FileManager.default.fileExists(atPath: path)
    }
  }

  /// An error's text is asked for, too.
  private static func outcome<T>(_ call: () throws(BackendError) -> T) -> String {
    do { return "\(try call())" } catch { return "\(error) \(error.mayHaveBeenDone) \(error.isPassing)" }
  }

  @Test func noWaveFileDoesMoreHarmThanAnError() throws {
    let wave = SpeechServerTests.wave(count: 100)
    let voice = SpeechServer(Server(try WebAddress("http://127.0.0.1:1/")), model: "m", voices: ["v"])
    try always(runs: 2000) { draws in
      draws.list(0...6) { (draws) in (draws.int(0...wave.count - 1), UInt8(draws.int(0...255))) }
    } holds: { changes in
      var bytes = wave
      for (place, byte) in changes { bytes[place] = byte }
      _ = try? voice.speech(bytes, saying: "a b")
      return true
    }
  }
}
