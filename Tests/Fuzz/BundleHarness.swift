import Foundation
import Graph
@testable import Store

/// A bundle from a stranger: it is taken in whole, and then packing gives it again; or nothing of it is published.
///
/// Sums and digests would stop nearly all that is made up. So an input is the files of a bundle, one a part, and its
/// first byte says where the file claims to lie; only with 255 the rest of it is the archive as it is.
struct BundleHarness: Harness {
  static let name = "bundle"

  private let store: Store

  init() throws {
    let folder = "\(ScratchFile.folder)/reprise-fuzz-\(getpid())"
    try? FileManager.default.removeItem(atPath: folder)
    store = try Store(at: folder)
    Self.folder = folder
    atexit { try? FileManager.default.removeItem(atPath: BundleHarness.folder) }
  }

  nonisolated(unsafe) private static var folder = ""

  private enum Place: UInt8 { case head, post, seal, object, other }

  static func seeds() throws -> [[UInt8]] {
    let posts = try Posts()
    func head(_ post: Post) -> [UInt8] { [0] + BundleHead(post: post.id, carries: .everything).bytes }
    func manifest(_ post: Post) -> [UInt8] { [1] + post.bytes }
    func seal(_ post: Post) -> [UInt8] { [2] + (post.seal?.bytes ?? []) }
    let object: [UInt8] = [3] + Posts.asset
    let family = [posts.parent, posts.child].sorted { $0.id < $1.id }
    return [
      Chunks.join([head(posts.draft), manifest(posts.draft), object]),
      Chunks.join([head(posts.parent), manifest(posts.parent), seal(posts.parent), object]),
      Chunks.join([head(posts.child)] + family.map(manifest) + family.map(seal) + [object]),
      Chunks.join([[0] + BundleHead(post: posts.draft.id, carries: .recipes).bytes, manifest(posts.draft)]),
      [255] + archive(of: [head(posts.draft), manifest(posts.draft), object]),
    ]
  }

  func take(_ input: [UInt8]) {
    let archive = input.first == 255 ? Array(input.dropFirst()) : Self.archive(of: Chunks.split(input))
    do throws(StoreError) {
      let known = try store.allPosts().count
      try check(archive, known)
    } catch {
      claim(false, "the store itself failed: \(error)")
    }
  }

  private func check(_ archive: [UInt8], _ known: Int) throws(StoreError) {
    do throws(StoreError) {
      let head = try BundleHead(of: BytesInMemory(archive))
      let post = try store.unpack(BytesInMemory(archive), allowsDraft: true).post
      let again = try store.bundle(of: post, carrying: head.carries).bytes()
      claim(again == archive, "a bundle was accepted that would be packed differently")
    } catch {
      claim(!error.place.isEmpty && !error.came.isEmpty, "an error says nothing: \(error)")
      claim(try store.allPosts().count == known, "something of a refused bundle was published")
    }
  }

  private static func archive(of parts: [[UInt8]]) -> [UInt8] {
    let posts = parts.filter { $0.first == Place.post.rawValue }.map { Digest(of: $0.dropFirst()) }
    var seals = posts.makeIterator()
    return parts.flatMap { part -> [UInt8] in
      guard let byte = part.first, let place = Place(rawValue: byte) else { return part }
      let content = Array(part.dropFirst())
      let name: String =
        switch place {
        case .head: BundleHead.name
        case .post: "posts/\(Digest(of: content))"
        case .seal: "seals/\(seals.next() ?? Digest(of: content))"
        case .object: "objects/\(Digest(of: content))"
        case .other: String(decoding: content.prefix(30).filter { $0 < 128 }, as: UTF8.self)
        }
      let header = TarHeader(name: name, size: Int64(content.count))
      return header.bytes + content + [UInt8](repeating: 0, count: header.padding)
    } + [UInt8](repeating: 0, count: 2 * TarHeader.block)
  }
}
