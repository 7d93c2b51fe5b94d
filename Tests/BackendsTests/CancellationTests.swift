import Foundation
import Loopback
import Testing

@testable import Backends

/// Calls that another thread ends, and what calls leave behind.
@Suite(.serialized) struct CancellationTests {
  private let server = LoopbackServer { question in
    switch question.path {
    case "/hang": [.hang]
    case "/away": .redirect("http://localhost:1/")
    default: .json("1")
    }
  }

  private func cancelled(after time: Duration) throws -> (BackendError?, Duration) {
    let cancellation = Cancellation()
    Thread.detachNewThread {
      usleep(UInt32(time / .microseconds(1)))
      cancellation.cancel()
    }
    let start = ContinuousClock.now
    let error = #expect(throws: BackendError.self) {
      try HTTPClient().send(HTTPRequest(.get, server.address.appending(["hang"])), cancellation)
    }
    return (error, .now - start - time)
  }

  @Test func aCallThatWaitsEndsWithinAFifthOfASecond() throws {
    defer { server.stop() }
    // The best of three, for the machine may be busy.
    let tries = try (0..<3).map { _ in try cancelled(after: .milliseconds(100)) }
    #expect(tries.allSatisfy { $0.0 == .cancelled })
    #expect(tries.map(\.1).min() ?? .seconds(1) < .milliseconds(200))
  }

  @Test func somethingToReadCancelsToo() throws {
    defer { server.stop() }
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let cancellation = Cancellation(whenReadable: ends[0])
    #expect(!cancellation.isCancelled)
    Thread.detachNewThread { [end = ends[1]] in
      usleep(100_000)
      write(end, [1], 1)
    }
    let error = #expect(throws: BackendError.self) {
      try HTTPClient().send(HTTPRequest(.get, server.address.appending(["hang"])), cancellation)
    }
    #expect(error == .cancelled && cancellation.isCancelled)
  }

  @Test func whatWasCancelledBeforeIsNeverAsked() {
    defer { server.stop() }
    let cancellation = Cancellation()
    cancellation.cancel()
    let error = #expect(throws: BackendError.self) {
      try HTTPClient().send(HTTPRequest(.get, server.address), cancellation)
    }
    #expect(error == .cancelled && server.questions.isEmpty)
  }

  /// Other tests have descriptors of their own meanwhile, some tens at most.
  @Test(arguments: [["answers"], ["hang"], ["away"]])
  func aHundredCallsLeaveNoDescriptorBehind(path: [String]) throws {
    let client = HTTPClient(limits: HTTPLimits(silence: .milliseconds(10)))
    defer { server.stop() }
    let before = try count()
    for _ in 0..<100 {
      let file = NSTemporaryDirectory() + "call-\(UUID())"
      _ = try? client.send(HTTPRequest(.get, server.address.appending(path)), into: file)
      unlink(file)
    }
    #expect(try count() < before + 60)
  }

  private func count() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
}
