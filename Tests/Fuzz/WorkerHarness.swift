import Confinement
import Glibc
import Recipe
@testable import Worker

/// A worker gone bad: each part of the input is a message to the host that evaluates a recipe.
struct WorkerHarness: Harness {
  static let name = "worker"

  static func seeds() throws -> [[UInt8]] { try Relay.conversations().map { Chunks.join($0.fromWorker) } }

  /// There is nobody to end.
  private final class Nobody: Runner {
    func ending() -> String { "it said no more" }
    func end() {}
  }

  func take(_ input: [UInt8]) {
    let frames = Chunks.frames(Chunks.split(input))
    guard let (ours, theirs) = try? connectedSockets() else { return }
    // All that is said fits into the socket, and what is answered nobody reads.
    _ = send(theirs, frames, frames.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    shutdown(theirs, Int32(SHUT_WR))
    Stage(channel: ours, runner: Nobody()).play("return nil")
    close(theirs)
  }
}
