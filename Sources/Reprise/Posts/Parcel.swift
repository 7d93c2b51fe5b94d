import Codec
import Graph
import Store

/// How a post travels inside a video.
///
/// A box of its own holds a bundle. Programs that copy a video without knowing the box drop it, but they keep a sentence of
/// the movie's own, its synopsis: there lie the recipes again, without files, in Base64.
enum Parcel {
  /// A UUID (version 8) of ours: `REPRISE`, and `bundle` after the bits that RFC 9562 sets.
  static let identifier: [UInt8] = Array("REPRIS".utf8) + [0x80, UInt8(ascii: "E"), 0x80] + Array("bundle\u{1}".utf8)
  static let tag = "synopsis"
  static let prefix = "Made with Reprise. The recipe follows, for `reprise remix`: "
  /// What a synopsis may hold before it weighs on the video's index: some fifty recipes.
  static let longestSynopsis = 128 << 10

  /// The post that a video carries.
  ///
  /// - Returns: Nil if it carries none.
  /// - Throws: what is wrong with what it carries: nothing of it is used.
  static func open(_ path: String, into store: RecipeStore) throws -> RecipePost? {
    if let place = try MovieBox.payload(of: identifier, in: path) {
      let length = place.upperBound - place.lowerBound
      let bytes = try BytesInFile(path, from: place.lowerBound, length: length)
      return RecipePost(try store.store.unpack(bytes, allowsDraft: true).post)
    }
    guard let text = try? MediaFile.tag(tag, of: path), text.hasPrefix(prefix) else { return nil }
    guard let bytes = [UInt8](base64: text.dropFirst(prefix.count)) else {
      throw RepriseError(.recipe, code: "malformed", came: "\"\(path)\": the recipe in its synopsis is damaged")
    }
    return RecipePost(try store.store.unpack(BytesInMemory(bytes), allowsDraft: true).post)
  }
}
