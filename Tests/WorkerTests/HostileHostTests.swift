import Confinement
import Foundation
import Testing

@testable import Worker

/// What a worker does for a host that is not in its right mind.
@Suite struct HostileHostTests {
  /// What it answers to a recipe that may take so much; nil if it gives up.
  private func answer(memory: UInt64, message: UInt64) throws -> WorkerMessage? {
    let (ours, theirs) = try connectedSockets()
    defer { close(theirs) }
    let worker = try WorkerProcess(program: WorkerProgram.recipe.path, socket: theirs)
    defer { worker.end() }
    let channel = Channel(descriptor: ours, messageBytes: 1 << 20, patience: Patience(.seconds(20)))
    _ = try channel.receive()
    var start = MessageWriter(.start)
    for limit in [1_000_000, memory, 1 << 18, 1 << 20, message] { start.put(limit) }
    start.put("a.lua")
    start.put(Vocabulary())
    start.put("return 1")
    try channel.send(start.bytes)
    return try? WorkerMessage.read(channel.receive(), chunk: "a.lua", kinds: []).message
  }

  @Test func aRecipeWithinReasonRuns() throws {
    guard case .returned([1], nil)? = try answer(memory: 1 << 26, message: 1 << 20) else { return #expect(Bool(false)) }
  }

  @Test(arguments: [1 << 32, .max - (2 << 20), .max - (2 << 20) + 1, .max] as [UInt64])
  func memoryBeyondAddressesIsRefused(
    memory: UInt64
  ) throws {
    guard case .broken(let reason)? = try answer(memory: memory, message: 1 << 20) else { return #expect(Bool(false)) }
    #expect(reason == "there is no address space for the arena")
  }

  @Test(arguments: [0, 1, (64 << 10) - 1, (16 << 20) + 1, .max] as [UInt64])
  func messagesTooSmallOrTooLargeToSpeakInEndTheWorker(message: UInt64) throws {
    #expect(try answer(memory: 1 << 26, message: message) == nil)
  }
}
