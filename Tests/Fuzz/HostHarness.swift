import CRecipeWorker
import Confinement
import Glibc
@testable import Worker

/// A host gone bad: each part of the input is a message to the worker in C. Whatever it hears, it speaks in whole messages
/// that can be read, and comes to an end.
struct HostHarness: Harness {
  static let name = "host"

  static func seeds() throws -> [[UInt8]] { try Relay.conversations().map { Chunks.join($0.fromHost) } }

  private static let kinds = (0...UInt16.max).map { "kind\($0)" }

  func take(_ input: [UInt8]) {
    guard let (ours, theirs) = try? connectedSockets(), let worker = recipe_thread_start(theirs) else { return }
    let frames = Chunks.frames(Chunks.split(input).map(bounded))
    _ = send(ours, frames, frames.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    shutdown(ours, Int32(SHUT_WR))
    let said = everything(from: ours)
    recipe_thread_join(worker)
    close(ours)
    check(said)
  }

  /// The message that starts an evaluation says how much it may take; as much as that it would take.
  private func bounded(_ message: [UInt8]) -> [UInt8] {
    guard message.first == Wire.FromHost.start.rawValue, message.count >= 17 else { return message }
    func field(_ offset: Int) -> UInt64 { message[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    let (fuel, memory) = (min(field(1), 200_000), field(9))
    // Four gigabytes and more are refused.
    let room = memory >> 32 > 0 ? memory : min(memory, 32 << 20)
    let limits = [fuel, room].flatMap { withUnsafeBytes(of: $0.littleEndian, Array.init) }
    return message.prefix(1) + limits + message.dropFirst(17)
  }

  private func everything(from socket: Int32) -> [UInt8] {
    var (all, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while case let count = recv(socket, &piece, piece.count, 0), count > 0 { all += piece.prefix(count) }
    return all
  }

  private func check(_ said: [UInt8]) {
    var rest = said[...]
    while !rest.isEmpty {
      claim(rest.count > 4, "the worker broke off in a message's length")
      let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      claim((1...rest.count).contains(length), "the worker broke off in a message of \(length) bytes")
      do throws(WorkerFailure) {
        _ = try WorkerMessage.read(Array(rest.prefix(length)), chunk: "a.lua", kinds: Self.kinds)
      } catch {
        claim(false, "the worker does not speak its language: \(error)")
      }
      rest = rest.dropFirst(length)
    }
  }
}
