import Foundation
import Synchronization
import Testing

@testable import Takes

/// The right to work on a ticket.
@Suite struct LeaseTests {
  private let path = NSTemporaryDirectory() + "leases-\(UUID())"

  private func ticket(_ number: Int) throws -> Ticket.ID {
    let digits = String(number, radix: 16)
    return try #require(
      Ticket.ID(String(repeating: "0", count: 15 - digits.count) + digits + String(repeating: "0", count: 17)))
  }

  private func isFree(_ number: Int) throws -> Bool {
    switch try Lease(on: ticket(number), in: path) {
    case .some: true
    case nil: false
    }
  }

  @Test func oneHasItAtATime() throws {
    defer { unlink(path) }
    let held = try Lease(on: ticket(1), in: path)
    #expect(try !isFree(1))
    #expect(try isFree(2))
    _ = consume held
    #expect(try isFree(1))
  }

  /// Between fork and exec a new process shares what is open here, with its locks.
  @Test func whatIsGivenBackIsFreeWhileProcessesAreStarted() throws {
    defer { unlink(path) }
    let isOver = Atomic(false)
    let starts = Thread {
      while !isOver.load(ordering: .relaxed) {
        let child = Process()
        child.executableURL = URL(filePath: "/bin/true")
        try? child.run()
        child.waitUntilExit()
      }
    }
    starts.start()
    defer { isOver.store(true, ordering: .relaxed) }
    for _ in 0..<20_000 {
      guard try isFree(1) else { throw TakeError(.busy, "the lease", "is not free") }
    }
  }
}
