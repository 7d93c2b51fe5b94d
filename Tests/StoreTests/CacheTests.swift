import Foundation
import Graph
import Testing

@testable import Store

@Suite struct CacheTests {
  private func key(_ number: Int, _ kind: CacheKey.Kind = .picture) -> CacheKey {
    CacheKey(kind, Digest(of: "\(number)".utf8))
  }

  private func path(_ scratch: Scratch, _ key: CacheKey) -> String {
    scratch.store.drawn(key.kind).path(of: key.digest)
  }

  @Test func whatIsKeptComesBackUnderItsKeyAlone() throws {
    let scratch = try Scratch()
    for kind in CacheKey.Kind.allCases { try scratch.store.keep(Array(kind.rawValue.utf8), for: key(1, kind)) }
    for kind in CacheKey.Kind.allCases {
      #expect(try scratch.reopened().cached(key(1, kind)) == Array(kind.rawValue.utf8))
      #expect(scratch.store.cached(key(2, kind)) == nil)
    }
    try scratch.store.keep([], for: key(3))
    #expect(scratch.store.cached(key(3)) == [])
  }

  @Test func whatIsKeptIsKnownWithoutReading() throws {
    let scratch = try Scratch()
    for number in 0..<5 { try scratch.store.keep([1], for: key(number)) }
    let asked = (3..<8).map { key($0) } + [key(3, .sound)]
    #expect(scratch.store.cachedKeys(among: asked) == [key(3), key(4)])
  }

  @Test(arguments: [1, 128, 255] as [UInt8]) func noChangedByteIsServed(change: UInt8) throws {
    let scratch = try Scratch()
    let payload = Array("what was drawn".utf8)
    try scratch.store.keep(payload, for: key(1))
    let count = try Data(contentsOf: URL(fileURLWithPath: path(scratch, key(1)))).count
    for offset in 0..<count {
      try scratch.store.keep(payload, for: key(1))
      try scratch.damage(path(scratch, key(1)), at: offset, by: change)
      #expect(scratch.store.cached(key(1)) == nil)
      #expect(scratch.store.takeFindings().map(\.subject) == [.drawn(key(1))])
      #expect(scratch.store.cachedKeys(among: [key(1)]).isEmpty)
    }
  }

  @Test func whatWasCutOffOrMovedIsNotServed() throws {
    let scratch = try Scratch()
    for length in [0, 1, 100, 160] {
      try scratch.store.keep(Array(repeating: 7, count: 40), for: key(1))
      let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(scratch, key(1)))))
      try scratch.overwrite(path(scratch, key(1)), Array(whole.prefix(length)))
      #expect(scratch.store.cached(key(1)) == nil)
    }
    try scratch.store.keep([1], for: key(1))
    try scratch.store.keep([2], for: key(2))
    try FileManager.default.removeItem(atPath: path(scratch, key(2)))
    try FileManager.default.moveItem(atPath: path(scratch, key(1)), toPath: path(scratch, key(2)))
    #expect(scratch.store.cached(key(2)) == nil)
    #expect(scratch.store.takeFindings().count == 5)
  }

  @Test func anAssetIsNotTakenForSomethingDrawn() throws {
    // A stranger's asset may hold any bytes, also those of a file of the cache; it lies elsewhere.
    let scratch = try Scratch()
    try scratch.store.keep([1], for: key(1))
    let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(scratch, key(1)))))
    try FileManager.default.removeItem(atPath: path(scratch, key(1)))
    _ = try scratch.store.put(file)
    _ = try scratch.store.repair()
    #expect(scratch.store.cached(key(1)) == nil)
  }

  @Test func theCacheMayBeRemovedAtAnyTime() throws {
    let scratch = try Scratch()
    try scratch.store.keep([1], for: key(1))
    try FileManager.default.removeItem(atPath: scratch.store.folder + "/cache")
    #expect(scratch.store.cached(key(1)) == nil)
    try scratch.store.keep([1], for: key(1))
    #expect(scratch.store.cached(key(1)) == [1])
  }

  @Test func readingIsNotedAsUse() throws {
    let scratch = try Scratch()
    try scratch.store.keep([1], for: key(1))
    try scratch.age(path(scratch, key(1)), seconds: 1000)
    #expect(scratch.store.cached(key(1)) == [1])
    #expect(try #require(FileStatus(of: path(scratch, key(1)))).age < 100)
  }
}
