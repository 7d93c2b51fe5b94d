import Foundation
import Graph
import Props
import Testing

@testable import Store

@Suite struct BundleTests {
  /// A store with a post, its remix, and a bundle of both.
  private struct Packed {
    let scratch: Scratch
    let posts: [Post]
    let bytes: [UInt8]

    init(carrying: BundleHead.Carries = .everything) throws {
      scratch = try Scratch()
      let first = try scratch.publish("A")
      posts = [first, try scratch.publish("B", remixing: [first.id])]
      bytes = try scratch.store.bundle(of: posts[1].id, carrying: carrying).bytes()
    }
  }

  @Test func aPostTravelsWithItsWholeChain() throws {
    let packed = try Packed()
    let other = try Scratch()
    let unpacked = try other.store.unpack(BytesInMemory(packed.bytes))
    #expect(unpacked.post == packed.posts[1])
    #expect(unpacked.count == 2)
    #expect(unpacked.missing.isEmpty)
    #expect(try other.store.post(packed.posts[1].id, verifiedTo: .content) == packed.posts[1])
    #expect(try other.store.children(of: packed.posts[0].id).map(\.id) == [packed.posts[1].id])
    // And on, byte for byte.
    #expect(try other.store.bundle(of: packed.posts[1].id).bytes() == packed.bytes)
    _ = try other.store.unpack(BytesInMemory(packed.bytes))
    #expect(try other.store.allPosts().count == 2)
  }

  @Test func itIsTheArchiveThatTarWouldWrite() throws {
    let packed = try Packed()
    let path = packed.scratch.folder + "/a.bundle"
    try packed.scratch.store.bundle(of: packed.posts[1].id).write(to: path)
    #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == packed.bytes)
    // GNU tar unpacks it, and packs the same bytes but for the zeros at its end.
    let script = """
      set -e; mkdir x; cd x; tar xf ../a.bundle; tar tf ../a.bundle > ../names
      tar cf ../b.bundle --format=ustar -b2 --mode=644 --mtime=@0 --owner=:0 --group=:0 --numeric-owner -T ../names
      """
    #expect(try Child("/bin/sh", ["-c", script], in: packed.scratch.folder).wait() == .exit(0))
    #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: packed.scratch.folder + "/b.bundle"))) == packed.bytes)
  }

  @Test func itsLengthIsKnownBeforeItIsWritten() throws {
    let packed = try Packed()
    for carries in [BundleHead.Carries.everything, .recipes] {
      let bundle = try packed.scratch.store.bundle(of: packed.posts[1].id, carrying: carries)
      #expect(try bundle.length == Int64(bundle.bytes().count))
      let head = try BundleHead(of: BytesInMemory(bundle.bytes()))
      #expect(head == bundle.head)
    }
  }

  @Test(arguments: ["/dev/null", "/tmp", "/no/such/folder/b", ""]) func nothingButAFileIsReplaced(path: String) throws {
    let packed = try Packed()
    let bundle = try packed.scratch.store.bundle(of: packed.posts[1].id)
    #expect(throws: StoreError.self) { try bundle.write(to: path) }
    #expect(access("/dev/null", W_OK) == 0 && FileStatus(of: "/dev/null")?.isRegular == false)
  }

  @Test func itIsReadFromTheMiddleOfAFile() throws {
    let packed = try Packed()
    let other = try Scratch()
    let path = try other.write([1, 2, 3] + packed.bytes + [4, 5], to: "video.mp4")
    let source = try BytesInFile(path, from: 3, length: Int64(packed.bytes.count))
    #expect(try other.store.unpack(source).post.id == packed.posts[1].id)
    for (start, length) in [(3, packed.bytes.count + 3), (-1, 10), (3, -1), (Int.max, 1), (1_000_000, 0)] {
      #expect(throws: StoreError.self) { try BytesInFile(path, from: Int64(start), length: Int64(length)) }
    }
  }

  @Test func recipesTravelAlone() throws {
    let packed = try Packed(carrying: .recipes)
    let other = try Scratch()
    let unpacked = try other.store.unpack(BytesInMemory(packed.bytes))
    let needed = packed.posts.map(\.manifest.neededObjects)
    #expect(unpacked.missing == needed[0].union(needed[1]))
    #expect(try other.store.post(packed.posts[1].id, verifiedTo: .lineage) == packed.posts[1])
    #expect(try #require(throws: StoreError.self) { try other.store.post(packed.posts[1].id) }.code == .missing)
    // What is missing comes along later.
    _ = try other.store.unpack(BytesInMemory(packed.scratch.store.bundle(of: packed.posts[1].id).bytes()))
    #expect(try other.store.verify(packed.posts[1].id).isValid)
  }

  @Test func aDraftTravelsOnlyWhereItMay() throws {
    let packed = try Packed()
    var manifest = packed.scratch.manifest(remixing: [packed.posts[0].id])
    manifest.author = nil
    let draft = try Post(draft: manifest)
    let bytes = try packed.scratch.store.bundle(of: draft).bytes()
    let other = try Scratch()
    #expect(try refusal(bytes, into: other.store).code == .unverified)
    let unpacked = try other.store.unpack(BytesInMemory(bytes), allowsDraft: true)
    #expect(unpacked.post == draft && unpacked.count == 2)
    #expect(try other.store.allPosts().map(\.id) == [packed.posts[0].id])
  }

  @Test func howeverLargeABundleIsItsPiecesAreSmall() throws {
    let scratch = try Scratch()
    let path = try scratch.write([], to: "large")
    truncate(path, 9 << 20)
    let asset = try scratch.store.put(contentsOf: path)
    let post = try Post(sealing: scratch.manifest(assets: ["large": asset]), with: scratch.key)
    try scratch.store.add(post)
    let bundle = try scratch.store.bundle(of: post.id)
    var largest = 0
    try bundle.write { piece in largest = max(largest, piece.count) }
    #expect(largest == 1 << 20)
    try bundle.write(to: scratch.folder + "/bundle")
    let other = try Scratch()
    let source = try Counting(source: BytesInFile(scratch.folder + "/bundle"))
    _ = try other.store.unpack(source)
    #expect(source.largest == 1 << 20)
    #expect(try other.store.verify(post.id).isValid)
  }

  /// Notes how much is asked for at once.
  private final class Counting: ByteSource {
    let source: BytesInFile
    private(set) var largest = 0

    init(source: BytesInFile) { self.source = source }

    var length: Int64 { source.length }

    func bytes(_ count: Int, from offset: Int64) throws(StoreError) -> [UInt8] {
      largest = max(largest, count)
      return try source.bytes(count, from: offset)
    }
  }

  private func refusal(_ bytes: [UInt8], into store: Store) throws -> StoreError {
    try #require(throws: StoreError.self) { _ = try store.unpack(BytesInMemory(bytes)) }
  }
}
