import Foundation
import Glibc
import Graph
import Props
import Testing

@testable import Store

/// Processes that are killed. `REPRISE_KILLS=300 swift test --filter CrashTests` does it more often.
@Suite struct CrashTests {
  private static let kills = ProcessInfo.processInfo.environment["REPRISE_KILLS"].flatMap(Int.init) ?? 20

  @Test func afterAKillAtAnyInstantEverythingIsWholeOrAbsent() throws {
    var scratch = try Scratch(onDisk: true)
    var published: Set<Digest> = []
    for kill in 0..<Self.kills {
      let workers = try (0..<2).map { try Worker(scratch, seed: UInt64(kill * 2 + $0)) }
      usleep(.random(in: 20_000...400_000))
      for worker in workers { try worker.kill() }
      for worker in workers { published.formUnion(try worker.published()) }
      try check(scratch, published)
      // Checking reads everything, so not too much should gather.
      if kill % 10 == 9 { (scratch, published) = (try Scratch(onDisk: true), []) }
    }
  }

  private func check(_ scratch: Scratch, _ published: Set<Digest>) throws {
    let store = try scratch.reopened()
    #expect(try store.check() == [])
    for post in published { #expect(try store.verify(post).failures == [], "\(post)") }
    #expect(try Set(store.allPosts().map(\.id)).isSuperset(of: published))
    #expect(store.takeFindings() == [])
  }

  @Test func processesShareAStore() throws {
    let scratch = try Scratch()
    let workers = try (0..<4).map { try Worker(scratch, seed: UInt64($0)) }
    // Until each has done something.
    while try workers.contains(where: { try $0.published().count < 3 }) { usleep(50_000) }
    for worker in workers { try worker.kill() }
    try check(scratch, workers.reduce(into: []) { try $0.formUnion($1.published()) })
  }
}

/// A process that works in a store until it is killed.
private final class Worker {
  private let child: Child
  private let output: String

  init(_ scratch: Scratch, seed: UInt64) throws {
    output = scratch.folder + "/" + UUID().uuidString
    var streams = Child.Streams()
    streams.output = output
    child = try Child(
      Products.path("store-worker"), [scratch.store.folder, scratch.folder + "/author.key", "\(seed)"],
      streams: streams)
  }

  /// - Throws: if it had ended by itself.
  func kill() throws {
    child.send(SIGKILL)
    let end = child.wait()
    let words = try String(contentsOfFile: output, encoding: .utf8)
    #expect(end == .signal(SIGKILL), "\(words)")
  }

  /// The posts that it said it had published.
  func published() throws -> [Digest] {
    try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").compactMap {
      $0.hasPrefix("post ") ? Digest(hexadecimal: $0.dropFirst(5)) : nil
    }
  }
}
