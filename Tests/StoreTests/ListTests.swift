import Foundation
import GRDB
import Graph
import Testing

@testable import Store

/// What the index is asked.
@Suite struct ListTests {
  @Test func postsAreFoundByNameByDigitsAndByParent() throws {
    let scratch = try Scratch()
    let first = try scratch.publish("A")
    let second = try scratch.publish("B", remixing: [first.id])
    let third = try scratch.publish("C", remixing: [second.id, first.id])
    let store = try scratch.reopened()
    let digits = "\(second.id)"
    for text in ["a-post@\(digits.prefix(8))", String(digits.prefix(6)), digits, digits.prefix(9).uppercased()] {
      #expect(try store.posts(matching: text).map(\.id) == [second.id])
    }
    #expect(try store.posts(matching: "other@\(digits.prefix(8))").isEmpty)
    #expect(try Set(store.children(of: first.id).map(\.id)) == [second.id, third.id])
    #expect(try store.children(of: second.id).map(\.id) == [third.id])
    #expect(try Set(store.allPosts().map(\.title)) == ["A", "B", "C"])
    let entry = try #require(try store.posts(matching: "\(first.id)").first)
    #expect(entry.name == "a-post" && entry.author == "Ada" && entry.title == "A")
    #expect(abs(Double(entry.published) - Date().timeIntervalSince1970) < 100)
  }

  @Test(arguments: ["", "abc", "12345", "name@12345", "name@", "@123456", "xyzxyz", "１２３４５６", "12345%", "a@b@123456"])
  func whatNamesNoPostIsSaidSoOrFindsNone(text: String) throws {
    let scratch = try Scratch()
    let store = scratch.store
    if let found = try? store.posts(matching: text) { #expect(text == "@123456" && found.isEmpty) }
  }

  @Test func aVideoIsKnownByItsPictures() throws {
    let scratch = try Scratch()
    let posts = [try scratch.publish("A").id, try scratch.publish("B").id]
    let pictures = (0..<6).map { Digest(of: "picture \($0)".utf8) }
    try scratch.store.remember(pictures: Array(pictures[0...3]), of: posts[0])
    try scratch.store.remember(pictures: Array(pictures[2...5]), of: posts[1])
    try scratch.store.remember(pictures: Array(pictures[2...5]), of: posts[1])
    let store = try scratch.reopened()
    #expect(try store.posts(showing: Array(pictures[1...3])) == [posts[0], posts[1]])
    #expect(try store.posts(showing: [pictures[5]]) == [posts[1]])
    #expect(try store.posts(showing: [Digest(of: [9])]).isEmpty)
    #expect(try store.posts(showing: []).isEmpty)
    _ = try store.repair()
    #expect(try store.posts(showing: pictures) == posts.sorted())
  }
}

/// An index that is lost, or not what it was.
@Suite struct IndexTests {
  enum Harm: CaseIterable {
    case removed, emptied, cutShort, cutLong, garbage, foreign, tablesDropped, pagesOverwritten
  }

  private func inflict(_ harm: Harm, on path: String, _ scratch: Scratch) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    switch harm {
    case .removed: try FileManager.default.removeItem(atPath: path)
    case .emptied: try scratch.overwrite(path, [])
    case .cutShort: try scratch.overwrite(path, Array(bytes.prefix(100)))
    case .cutLong: try scratch.overwrite(path, Array(bytes.prefix(3 * 4096)))
    case .garbage: try scratch.overwrite(path, (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    case .foreign:
      try FileManager.default.removeItem(atPath: path)
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE recipes (cake TEXT)") }
    case .tablesDropped: try DatabaseQueue(path: path).write { try $0.execute(sql: "DROP TABLE posts") }
    case .pagesOverwritten:
      try scratch.overwrite(path, bytes.enumerated().map { $0.offset < 4096 ? $0.element : 0xa5 })
    }
  }

  @Test(arguments: Harm.allCases, [true, false]) func itIsMadeAnewByItself(harm: Harm, isOpen: Bool) throws {
    let scratch = try Scratch()
    let posts = [try scratch.publish("A"), try scratch.publish("B")]
    let picture = Digest(of: [1])
    try scratch.store.remember(pictures: [picture], of: posts[0].id)
    try inflict(harm, on: scratch.store.folder + "/index.sqlite", scratch)
    let store = isOpen ? scratch.store : try scratch.reopened()
    #expect(try Set(store.allPosts().map(\.id)) == Set(posts.map(\.id)))
    #expect(try store.posts(showing: [picture]) == [posts[0].id])
    let third = try scratch.publish("C", remixing: [posts[0].id])
    #expect(try scratch.reopened().children(of: posts[0].id).map(\.id) == [third.id])
    #expect(try store.check().isEmpty)
  }

  @Test func whatWasMovedAwayIsTold() throws {
    let scratch = try Scratch()
    try scratch.publish("A")
    try inflict(.garbage, on: scratch.store.folder + "/index.sqlite", scratch)
    let store = try scratch.reopened()
    _ = try store.allPosts()
    #expect(store.takeFindings().map(\.subject) == [.index])
    #expect(try scratch.files("damaged").count == 1)
  }

  @Test func anIndexThatWasHardlyBegunIsGoneOnWith() throws {
    // As after a kill between the migrator's own table and ours.
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    let path = scratch.store.folder + "/index.sqlite"
    try FileManager.default.removeItem(atPath: path)
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    let store = try scratch.reopened()
    #expect(try store.allPosts().map(\.id) == [post.id])
    #expect(store.takeFindings().isEmpty)
  }

  @Test func anIndexOfTheFutureIsLeftAlone() throws {
    let scratch = try Scratch()
    try scratch.publish("A")
    let path = scratch.store.folder + "/index.sqlite"
    try DatabaseQueue(path: path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('of 2040')") }
    #expect(try #require(throws: StoreError.self) { try scratch.reopened().allPosts() }.code == .tooNew)
    #expect(try scratch.files("damaged").isEmpty)
  }

  @Test func manyWhoFindItLostMakeItOnce() async throws {
    let scratch = try Scratch()
    for title in ["A", "B", "C"] { try scratch.publish(title) }
    let folder = scratch.store.folder
    for _ in 0..<10 {
      try scratch.overwrite(folder + "/index.sqlite", Array("garbage".utf8) + [UInt8](repeating: 1, count: 5000))
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<8 { group.addTask { try Store(at: folder).allPosts().count } }
        for try await count in group { #expect(count == 3) }
      }
    }
    #expect(try scratch.files("damaged").count == 10)
  }

  @Test func aRowWithoutItsPostCountsForNothing() throws {
    // As after a kill between the row and the seal.
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    try FileManager.default.removeItem(atPath: scratch.store.seals.path(of: post.id))
    #expect(try scratch.store.allPosts().isEmpty)
    #expect(try scratch.store.posts(matching: "\(post.id)").isEmpty)
    #expect(try #require(throws: StoreError.self) { try scratch.store.post(post.id) }.code == .unverified)
    try scratch.store.add(post)
    #expect(try scratch.store.allPosts().map(\.id) == [post.id])
  }

  @Test func openingDoesNotTouchTheIndex() throws {
    let scratch = try Scratch()
    _ = try scratch.store.put([1])
    try scratch.store.keep([1], for: CacheKey(.track, Digest(of: [1])))
    _ = try scratch.reopened().cached(CacheKey(.track, Digest(of: [1])))
    #expect(!FileManager.default.fileExists(atPath: scratch.store.folder + "/index.sqlite"))
  }
}
