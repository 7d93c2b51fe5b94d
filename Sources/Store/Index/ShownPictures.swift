import GRDB
import Graph

/// A list of the pictures that were drawn of a post, each the digest of an encoded group.
///
/// Kept as text, a digest a line, so that the index can be made anew: by these, a video is known whose post was
/// stripped.
struct ShownPictures {
  let post: Digest
  let pictures: [Digest]

  /// More than a day, at two seconds a group.
  static let most = 50_000

  init(post: Digest, pictures: [Digest]) throws(StoreError) {
    guard pictures.count <= ShownPictures.most else {
      throw StoreError(.tooLarge, "pictures", "there are \(pictures.count)", wanted: "at most \(ShownPictures.most)")
    }
    (self.post, self.pictures) = (post, pictures)
  }

  /// Reads a list.
  init(_ name: Digest, in folder: DigestFolder) throws(StoreError) {
    let bytes = try folder.open(name)?.bytes(70 * (ShownPictures.most + 1)) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let digests = lines.dropFirst().compactMap { Digest(hexadecimal: $0) }
    guard Digest(of: bytes) == name, lines.first == "reprise-pictures/1", let post = digests.first else {
      throw StoreError(.damaged, "pictures \(name)", "is not what it was")
    }
    try self.init(post: post, pictures: Array(digests.dropFirst()))
  }

  var bytes: [UInt8] {
    Array((["reprise-pictures/1", "\(post)"] + pictures.map { "\($0)" }).joined(separator: "\n").utf8 + [0x0a])
  }

  func insert(in db: Database) throws {
    let statement = try db.makeStatement(sql: "INSERT OR IGNORE INTO pictures (digest, post) VALUES (?, ?)")
    for picture in pictures { try statement.execute(arguments: ["\(picture)", "\(post)"]) }
  }
}
