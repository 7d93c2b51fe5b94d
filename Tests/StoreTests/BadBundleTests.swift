import Foundation
import Graph
import Testing

@testable import Store

/// Bundles that somebody has tampered with. Each is refused, and nothing of it is published.
@Suite struct BadBundleTests {
  private let scratch: Scratch
  private let posts: [Post]
  private let bytes: [UInt8]
  private let other: Scratch

  init() throws {
    (scratch, other) = (try Scratch(), try Scratch())
    let first = try scratch.publish("A")
    posts = [first, try scratch.publish("B", remixing: [first.id])]
    bytes = try scratch.store.bundle(of: posts[1].id).bytes()
  }

  @discardableResult
  private func refusal(_ bytes: [UInt8], _ comment: Comment? = nil) throws -> String {
    let error = try #require(throws: StoreError.self, comment) { _ = try other.store.unpack(BytesInMemory(bytes)) }
    return error.description
  }

  private func expectNothingPublished() throws {
    #expect(try other.store.allPosts().isEmpty)
    #expect(try other.files("seals").isEmpty)
    #expect(try other.files("objects/new").isEmpty)
    #expect(try other.store.check().isEmpty)
  }

  /// The entries of a bundle: names and contents.
  private func entries() throws -> [(name: String, content: [UInt8])] {
    var (reader, entries) = (TarReader(BytesInMemory(bytes)), [(name: String, content: [UInt8])]())
    while let header = try reader.next() { entries.append((header.name, try reader.content(atMost: 1 << 20))) }
    return entries
  }

  private func archive(_ entries: [(name: String, content: [UInt8])]) -> [UInt8] {
    entries.flatMap { entry in
      let header = TarHeader(name: entry.name, size: Int64(entry.content.count))
      return header.bytes + entry.content + [UInt8](repeating: 0, count: header.padding)
    } + [UInt8](repeating: 0, count: 1024)
  }

  @Test func takingItApartAndPuttingItTogetherChangesNothing() throws {
    #expect(try archive(entries()) == bytes)
  }

  @Test(arguments: [1, UInt8.random(in: 2...255)]) func noChangedByteIsAccepted(change: UInt8) throws {
    let asset = try scratch.store.put([1, 2, 3])
    let post = try Post(sealing: scratch.manifest(assets: ["a": asset]), with: scratch.key)
    try scratch.store.add(post)
    let bytes = try scratch.store.bundle(of: post.id).bytes()
    for offset in bytes.indices {
      var changed = bytes
      changed[offset] ^= change
      try refusal(changed, "byte \(offset) changed by \(change)")
    }
    try expectNothingPublished()
  }

  @Test func nothingCutOffOrAddedIsAccepted() throws {
    for length in stride(from: 0, to: bytes.count, by: 512) {
      try refusal(Array(bytes.prefix(length)))
      try refusal(Array(bytes.prefix(length + 100)))
    }
    try refusal(Array(bytes.dropLast()))
    for extra in [1, 512, 10_240] { try refusal(bytes + [UInt8](repeating: 0, count: extra)) }
    try refusal(bytes + bytes)
    try refusal(Array(bytes.dropFirst(512)))
    try expectNothingPublished()
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "objects/../../x", "posts/..", "objects/", "", ".", "objects/\0x",
    "posts/\u{202e}",
    "objects/" + String(repeating: "A", count: 64),
  ])
  func noNameIsAPath(name: String) throws {
    for index in try entries().indices {
      var entries = try entries()
      entries[index].name = name
      try refusal(archive(entries))
    }
    try expectNothingPublished()
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.folder).sorted() == ["author.key", "store"])
  }

  @Test(arguments: ["1", "2", "3", "5", "6", "7", "L", "x", "g", "\0"]) func nothingButFilesIsTaken(kind: String) throws
  {
    // A whole header of another kind, its sum put right; with a target, for links.
    for target in ["", "/etc/passwd"] {
      var changed = bytes
      changed[156] = Array(kind.utf8)[0]
      changed.replaceSubrange(157..<157 + target.utf8.count, with: target.utf8)
      for index in 148..<156 { changed[index] = 0x20 }
      let digits = String(changed.prefix(512).reduce(0) { $0 + Int($1) }, radix: 8)
      let sum = String(repeating: "0", count: 6 - digits.count) + digits + "\0"
      changed.replaceSubrange(148..<155, with: sum.utf8)
      #expect(try refusal(changed).contains("a header is not as we write it"))
    }
  }

  @Test func hugeSizesAreNotBelieved() throws {
    for index in try entries().indices {
      for size in [TarHeader.largest, 1 << 32, Int64(bytes.count)] {
        let before = try archive(Array(entries().prefix(index))).dropLast(1024)
        let header = try TarHeader(name: entries()[index].name, size: size).bytes
        #expect(try refusal(before + header + [UInt8](repeating: 0, count: 2048)).contains("more than there are"))
      }
    }
    var negative = bytes
    negative.replaceSubrange(124..<135, with: "-0000000001".utf8)
    try refusal(negative)
    // As GNU tar writes sizes beyond eight gibibytes.
    negative.replaceSubrange(124..<136, with: [0x80] + [UInt8](repeating: 0xff, count: 11))
    try refusal(negative)
  }

  @Test func everyEntryHasItsPlace() throws {
    let entries = try entries()
    for first in entries.indices {
      var (without, twice) = (entries, entries)
      without.remove(at: first)
      twice.insert(entries[first], at: first)
      try refusal(archive(without), "without \(entries[first].name)")
      try refusal(archive(twice), "twice \(entries[first].name)")
      for second in entries.indices where second > first {
        var swapped = entries
        swapped.swapAt(first, second)
        try refusal(archive(swapped), "\(entries[first].name) for \(entries[second].name)")
      }
    }
    try expectNothingPublished()
  }

  @Test func nothingComesAlongUnasked() throws {
    let stranger = try scratch.publish("C")
    let asset = Array("unasked".utf8)
    for extra in [
      ("posts/\(stranger.id)", stranger.bytes), ("seals/\(stranger.id)", try #require(stranger.seal).bytes),
      ("objects/\(Digest(of: asset))", asset), ("zzz", asset),
    ] {
      for index in 0...(try entries().count) {
        var entries = try entries()
        entries.insert(extra, at: index)
        try refusal(archive(entries))
      }
    }
    try expectNothingPublished()
    #expect(!other.store.has(Digest(of: asset)))
  }

  @Test func aRecipeThatWasSwappedUnderASealIsRefused() throws {
    var manifest = posts[1].manifest
    manifest.recipe = "return text \"not hers\""
    let id = Digest(of: manifest.bytes)
    // Everything put right but the signature.
    let forged = try entries().map { entry in
      let name = entry.name.replacingOccurrences(of: "\(posts[1].id)", with: "\(id)")
      guard entry.content != posts[1].bytes else { return (name: name, content: manifest.bytes) }
      guard entry.name == "reprise-bundle" || entry.name.hasPrefix("seals/") else { return entry }
      let text = String(decoding: entry.content, as: UTF8.self).replacingOccurrences(
        of: "\(posts[1].id)", with: "\(id)")
      return (name: name, content: Array(text.utf8))
    }
    let order = ["r", "p", "s", "o"]
    let sorted = forged.sorted {
      (order.firstIndex(of: String($0.name.prefix(1))) ?? 0, $0.name)
        < (order.firstIndex(of: String($1.name.prefix(1))) ?? 0, $1.name)
    }
    #expect(try refusal(archive(sorted)).hasPrefix("post \(id): its signature is not valid"))
    try expectNothingPublished()
  }

  @Test func aBundleOfTheFutureIsToldFromADamagedOne() throws {
    var entries = try entries()
    let head = String(decoding: entries[0].content, as: UTF8.self)
    entries[0].content = Array(head.replacingOccurrences(of: "bundle/1", with: "bundle/2").utf8)
    #expect(try refusal(archive(entries)).contains("is written as reprise-bundle/2; wanted reprise-bundle/1"))
    entries[0].content = Array(head.replacingOccurrences(of: "everything", with: "nothing").utf8)
    #expect(try refusal(archive(entries)).contains("bundle: carries: is \"nothing\""))
    entries[0].content = Array((head + " ").utf8)
    #expect(try refusal(archive(entries)).contains("not canonical"))
  }

  @Test func anObjectThatIsDamagedHereIsNotPacked() throws {
    let asset = try #require(posts[0].manifest.pins.assets["a.mp4"])
    try scratch.damage(scratch.store.objects.path(of: asset))
    #expect(
      try #require(throws: StoreError.self) { try scratch.store.bundle(of: posts[1].id).bytes() }.code == .damaged)
    let path = scratch.folder + "/bundle"
    #expect(throws: StoreError.self) { try scratch.store.bundle(of: posts[1].id).write(to: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aBundleRepairsWhatIsDamaged() throws {
    let asset = try #require(posts[0].manifest.pins.assets["a.mp4"])
    try scratch.damage(scratch.store.objects.path(of: asset))
    try scratch.damage(scratch.store.objects.path(of: posts[0].id))
    try FileManager.default.removeItem(atPath: scratch.store.seals.path(of: posts[1].id))
    let store = try scratch.reopened()
    _ = try store.unpack(BytesInMemory(bytes))
    #expect(try store.verify(posts[1].id).isValid)
    #expect(try store.check().isEmpty)
  }
}
