import Foundation
import Graph
import Testing

@testable import Store

/// Disks that are full, and disks that may only be read.
@Suite(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small disk"))
struct DiskTests {
  private let scratch: Scratch
  private let disk: SmallDisk
  private let store: Store
  private let cached = CacheKey(.picture, Digest(of: [1]))

  init() throws {
    scratch = try Scratch()
    disk = try SmallDisk(in: scratch)
    store = try Store(at: disk.path + "/store")
  }

  private func publish(_ title: String, into store: Store) throws -> Post {
    let asset = try store.put(Array("asset of \(title)".utf8))
    let post = try Post(sealing: scratch.manifest(title, assets: ["a": asset]), with: scratch.key)
    try store.add(post)
    return post
  }

  private func code(_ body: () throws -> Void) throws -> StoreError.Code {
    try #require(throws: StoreError.self) { try body() }.code
  }

  @Test func aFullDiskIsSaidSoAndNothingHalfWrittenStays() throws {
    let post = try publish("A", into: store)
    try store.keep([1], for: cached)
    let large = [UInt8](repeating: 7, count: 1 << 20)
    #expect(try code { _ = try store.put(large) } == .full)
    #expect(try code { _ = try store.put(contentsOf: scratch.write(large, to: "large")) } == .full)
    #expect(try code { try store.keep(large, for: CacheKey(.sound, Digest(of: [1]))) } == .full)
    #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder + "/objects/new").isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder + "/cache/sound/new").isEmpty)
    #expect(try store.check().isEmpty)
    #expect(try Store(at: store.folder).verify(post.id).isValid)
  }

  @Test func publishingOnAFullDiskLosesNothing() throws {
    var posts: [Post] = []
    let error = #expect(throws: StoreError.self) {
      for number in 0..<1000 { posts.append(try publish("\(number)", into: store)) }
    }
    #expect(error?.code == .full)
    #expect(error?.remedy?.contains("make room") == true)
    #expect(posts.count > 2)
    for post in posts { #expect(try Store(at: store.folder).verify(post.id).isValid) }
    #expect(try store.allPosts().count == posts.count)
    #expect(try store.check().isEmpty)
    // A bundle of them does not fit either, and leaves nothing.
    let bundle = try store.bundle(of: posts[0].id)
    let path = disk.path + "/bundle"
    try disk.fill()
    #expect(try code { try bundle.write(to: path) } == .full)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [true, false]) func aStoreThatMayOnlyBeReadIsRead(hasIndex: Bool) throws {
    let posts = [try publish("A", into: store), try publish("B", into: store)]
    try store.keep([1, 2], for: cached)
    if !hasIndex { try FileManager.default.removeItem(atPath: store.folder + "/index.sqlite") }
    let reading = try Store(at: disk.readOnly() + "/store")
    #expect(try Set(reading.allPosts().map(\.id)) == Set(posts.map(\.id)))
    #expect(try reading.post(posts[0].id, verifiedTo: .content) == posts[0])
    #expect(reading.cached(cached) == [1, 2])
    #expect(reading.cachedKeys(among: [cached]) == [cached])
    #expect(try reading.check().isEmpty)
    #expect(try reading.size().posts.files == 6)
    #expect(try reading.bundle(of: posts[1].id).bytes().count > 512)
  }

  @Test func writingWhereNothingMayBeWrittenIsSaidSo() throws {
    let post = try publish("A", into: store)
    let reading = try Store(at: disk.readOnly() + "/store")
    let draft = try Post(sealing: scratch.manifest("B"), with: scratch.key)
    #expect(try code { _ = try reading.put([9]) } == .readOnly)
    #expect(try code { try reading.keep([9], for: cached) } == .readOnly)
    #expect(try code { try reading.add(draft) } == .readOnly)
    #expect(try code { try reading.remember(pictures: [Digest(of: [1])], of: post.id) } == .readOnly)
    #expect(try code { _ = try reading.prune(toBytes: 0) } == .readOnly)
    #expect(try code { _ = try reading.repair() } == .readOnly)
    #expect(try code { _ = try Store(at: disk.path + "-read/other") } == .readOnly)
    #expect(try reading.verify(post.id).isValid)
  }

  @Test func whatIsDamagedThereIsNotServedEither() throws {
    let post = try publish("A", into: store)
    let asset = try #require(post.manifest.pins.assets["a"])
    try store.keep([1, 2], for: cached)
    try scratch.damage(store.objects.path(of: asset))
    try scratch.damage(store.drawn(.picture).path(of: cached.digest), at: 5)
    let reading = try Store(at: disk.readOnly() + "/store")
    for _ in 0..<2 {
      #expect(try code { _ = try reading.bytes(of: asset) } == .damaged)
      #expect(try code { _ = try reading.path(of: asset) } == .damaged)
      #expect(reading.cached(cached) == nil)
    }
    #expect(try reading.check().count == 2)
  }
}

@Suite struct PlaceTests {
  @Test func whatIsNoFolderIsNoStore() throws {
    let scratch = try Scratch()
    let path = try scratch.write([1], to: "file")
    for place in [path, path + "/store", "/dev/null", "/proc/store", ""] {
      #expect(throws: StoreError.self, "\(place)") { try Store(at: place) }
    }
    #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == [1])
  }

  @Test func missingFoldersAreMade() throws {
    let scratch = try Scratch()
    let store = try Store(at: scratch.folder + "/a/b//c/")
    #expect(try store.bytes(of: store.put([1])) == [1])
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aFolderThatMayNotBeWrittenToIsRead() throws {
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    chmod(scratch.store.folder, 0o555)
    chmod(scratch.store.objects.path, 0o555)
    defer {
      chmod(scratch.store.folder, 0o755)
      chmod(scratch.store.objects.path, 0o755)
    }
    #expect(try scratch.reopened().verify(post.id).isValid)
    #expect(try scratch.reopened().allPosts().map(\.id) == [post.id])
    #expect(try #require(throws: StoreError.self) { try scratch.reopened().put([1]) }.code == .readOnly)
  }
}
