import Foundation
import GRDB
import Graph
import Testing

@testable import Store

@Suite struct UpkeepTests {
  private func key(_ number: Int, _ kind: CacheKey.Kind = .picture) -> CacheKey {
    CacheKey(kind, Digest(of: "\(number)".utf8))
  }

  private func keep(_ scratch: Scratch, _ number: Int, age: Double) throws {
    try scratch.store.keep([UInt8](repeating: 1, count: 1000), for: key(number))
    try scratch.age(scratch.store.drawn(.picture).path(of: key(number).digest), seconds: age)
  }

  @Test func sizeSaysWhatIsWhat() throws {
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    try scratch.store.remember(pictures: [Digest(of: [1])], of: post.id)
    _ = try scratch.store.put([1, 2, 3])
    for (number, kind) in CacheKey.Kind.allCases.enumerated() {
      for count in 0...number { try scratch.store.keep([], for: key(count, kind)) }
    }
    let size = try scratch.store.size()
    #expect(CacheKey.Kind.allCases.map { size[$0].files } == [1, 2, 3, 4])
    // Manifest, seal, asset, font and list.
    #expect(size.posts.files == 5)
    #expect(size.orphans == StoreSize.Amount(files: 1, bytes: 3))
    #expect(size.total.files == 16)
    let onDisk = try scratch.files().filter { !$0.hasPrefix("index") }.reduce(Int64(0)) { sum, name in
      sum + (FileStatus(of: scratch.store.folder + "/" + name)?.size ?? 0)
    }
    #expect(size.total.bytes == onDisk)
  }

  @Test func whatWasUsedLeastRecentlyGoesFirst() throws {
    let scratch = try Scratch()
    for number in 0..<10 { try keep(scratch, number, age: Double(1000 - number * 10)) }
    // The oldest is used again.
    #expect(scratch.store.cached(key(0)) != nil)
    let one = try scratch.store.size().total.bytes / 10
    let pruned = try scratch.reopened().prune(toBytes: one * 4)
    #expect(pruned.drawn.files == 6 && pruned.drawn.bytes == one * 6 && pruned.left == one * 4)
    #expect(scratch.store.cachedKeys(among: (0..<10).map { key($0) }) == Set([0, 7, 8, 9].map { key($0) }))
  }

  @Test func whatPostsNeedIsNeverPruned() throws {
    let scratch = try Scratch()
    let first = try scratch.publish("A")
    let second = try scratch.publish("B", remixing: [first.id])
    try scratch.store.remember(pictures: [Digest(of: [1])], of: second.id)
    try keep(scratch, 1, age: 0)
    for file in try scratch.files() where !file.hasPrefix("index") {
      try scratch.age(scratch.store.folder + "/" + file, seconds: 1e6)
    }
    try FileManager.default.removeItem(atPath: scratch.store.folder + "/index.sqlite")
    let pruned = try scratch.reopened().prune(toBytes: 0)
    #expect(pruned.orphans.files == 0 && pruned.drawn.files == 1)
    #expect(try pruned.left == scratch.store.size().posts.bytes)
    #expect(try scratch.reopened().verify(second.id).isValid)
    #expect(try scratch.store.posts(showing: [Digest(of: [1])]) == [second.id])
  }

  @Test func whatWasRecordedStaysThoughNoPostNeedsIt() throws {
    let scratch = try Scratch()
    let (take, orphan) = (try scratch.store.put([1, 2, 3]), try scratch.store.put([4]))
    for object in [take, orphan] { try scratch.age(scratch.store.path(of: object), seconds: 1e6) }
    let size = try scratch.store.size(recorded: [take])
    #expect(size.takes == StoreSize.Amount(files: 1, bytes: 3) && size.orphans.files == 1)
    #expect(try scratch.store.prune(toBytes: 0, keeping: [take]).orphans.files == 1)
    #expect(scratch.store.has(take) && !scratch.store.has(orphan))
  }

  @Test func orphansGoWhenNobodyCanBeAboutToNeedThem() throws {
    let scratch = try Scratch()
    let (old, new, again) = ([1], [2], [3]) as ([UInt8], [UInt8], [UInt8])
    for bytes in [old, new, again] {
      let digest = try scratch.store.put(bytes)
      if bytes != new { try scratch.age(scratch.store.path(of: digest), seconds: 3700) }
    }
    // Whoever puts it again, relies on it.
    let digest = try scratch.reopened().put(again)
    #expect(try scratch.store.prune(toBytes: .max).orphans.files == 1)
    #expect(!scratch.store.has(Digest(of: old)))
    #expect(scratch.store.has(Digest(of: new)) && scratch.store.has(digest))
  }

  @Test func orphansStayWhileAPostCannotBeRead() throws {
    // It might need them.
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    let asset = try #require(post.manifest.pins.assets["a.mp4"])
    try scratch.damage(scratch.store.objects.path(of: post.id))
    for file in try scratch.files("objects") {
      try scratch.age(scratch.store.folder + "/objects/" + file, seconds: 1e6)
    }
    let pruned = try scratch.store.prune(toBytes: 0)
    #expect(pruned.orphans.files == 0)
    #expect(scratch.store.has(asset))
  }

  @Test func whatKilledWritersLeftIsSweptAway() throws {
    let scratch = try Scratch()
    _ = try scratch.store.put([1])
    for (name, age) in [("old", 4000.0), ("new", 10)] {
      let path = scratch.store.objects.path + "/new/" + name
      try Data([1]).write(to: URL(fileURLWithPath: path))
      try scratch.age(path, seconds: age)
    }
    #expect(try scratch.store.size().leftovers.files == 2)
    _ = try scratch.reopened()
    #expect(try scratch.files("objects/new") == ["new"])
  }

  @Test func checkFindsWhatIsWrongAndNothingElse() throws {
    let scratch = try Scratch()
    let first = try scratch.publish("A")
    let second = try scratch.publish("B", remixing: [first.id])
    try scratch.store.remember(pictures: [Digest(of: [1])], of: second.id)
    try keep(scratch, 1, age: 0)
    try keep(scratch, 2, age: 0)
    let orphan = try scratch.store.put([9])
    #expect(try scratch.store.check().isEmpty)

    let asset = try #require(first.manifest.pins.assets["a.mp4"])
    let list = try #require(try scratch.store.shown.entries().first).name
    try scratch.damage(scratch.store.objects.path(of: asset))
    try scratch.damage(scratch.store.objects.path(of: orphan))
    try scratch.damage(scratch.store.drawn(.picture).path(of: key(1).digest), at: 200)
    try scratch.damage(scratch.store.seals.path(of: second.id), at: 150)
    try scratch.damage(scratch.store.shown.path(of: list), at: 50)
    var heard: [Int64] = []
    let findings = try scratch.reopened().check { done, total in heard += [done, total] }
    #expect(
      Set(findings.map(\.subject)) == [
        .object(asset), .object(orphan), .drawn(key(1)), .post(first.id), .post(second.id), .pictures(list),
      ])
    #expect(findings.contains { $0.description.hasSuffix("needs the object sha256:\(asset), which is not there") })
    #expect(heard.count >= 2 && heard[heard.count - 2] == heard[heard.count - 1])
    // What was moved aside is not found again, but what is missing is.
    #expect(try scratch.store.check().map(\.subject) == [.post(first.id)])
  }

  @Test func checkMendsAnIndexThatLacksAPost() throws {
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    try scratch.store.index.write { try $0.execute(sql: "DELETE FROM posts") }
    #expect(try scratch.store.allPosts().isEmpty)
    #expect(try scratch.store.check().map(\.subject) == [.index])
    #expect(try scratch.store.allPosts().map(\.id) == [post.id])
  }

  @Test func repairCountsThePosts() throws {
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    try scratch.publish("B", remixing: [post.id])
    #expect(try scratch.store.repair() == 2)
    #expect(try scratch.reopened().children(of: post.id).count == 1)
  }

  @Test func anEmptyStoreHasNothingWrong() throws {
    let scratch = try Scratch()
    let store = scratch.store
    #expect(try store.check().isEmpty)
    #expect(try store.size().total == StoreSize.Amount())
    #expect(try store.prune(toBytes: 0) == Pruned())
    #expect(try store.repair() == 0)
    #expect(try store.allPosts().isEmpty)
  }

  @Test func pruningHarmsNobodyWhoReadsAndWrites() async throws {
    let scratch = try Scratch()
    let (folder, key) = (scratch.store.folder, scratch.key)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<3 {
        group.addTask {
          let store = try Store(at: folder)
          for number in 0..<60 {
            let bytes = [UInt8](repeating: UInt8(number), count: 500)
            let cached = CacheKey(.sound, Digest(of: [UInt8(number)]))
            try store.keep(bytes, for: cached)
            let found = store.cached(cached)
            #expect(found == nil || found == bytes)
            if number.isMultiple(of: 10) {
              let asset = try store.put(Array("\(task) \(number)".utf8))
              let manifest = Manifest(
                name: "p", title: "", author: .init(name: "A", key: key.publicKey), recipe: "return nil",
                pins: .init(assets: ["a": asset]), graph: asset)
              try store.add(Post(sealing: manifest, with: key))
            }
          }
        }
      }
      group.addTask {
        let store = try Store(at: folder)
        for _ in 0..<40 { _ = try store.prune(toBytes: 3000) }
      }
      try await group.waitForAll()
    }
    #expect(try scratch.store.check().isEmpty)
    #expect(try scratch.store.allPosts().count == 18)
    #expect(scratch.store.takeFindings().isEmpty)
  }
}
