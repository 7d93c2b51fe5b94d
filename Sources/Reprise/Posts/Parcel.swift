import Codec
import Graph
import Store

/// How a post travels inside a video.
///
/// A box of its own holds a bundle. Programs that copy a video without knowing the box drop it, but they keep a sentence of
/// the movie's own, its synopsis (in QuickTime, its comment): there lie the recipes again, without files, in Base64.
struct Parcel {
  /// A UUID (version 8) of ours: `REPRISE`, and `bundle` after the bits that RFC 9562 sets.
  static let identifier: [UInt8] = Array("REPRIS".utf8) + [0x80, UInt8(ascii: "E"), 0x80] + Array("bundle\u{1}".utf8)
  static let prefix = "Made with Reprise. The recipe follows, for `reprise remix`: "

  /// What is put into a video.
  let boxes: [MovieBox]
  let synopsis: String?
  let carries: RenderOptions.Carry

  /// Packs the post of a composition, or a draft of one.
  ///
  /// - Parameter store: Nil draws afresh and keeps nothing; a folder for a while serves then.
  init(
    _ composition: Composition, _ carry: RenderOptions.Carry, _ store: RecipeStore?, in container: MovieContainer
  ) throws {
    guard carry != .nothing else {
      (boxes, synopsis, carries) = ([], nil, .nothing)
      return
    }
    let place = try composition.origin.place ?? store ?? RecipeStore.temporary()
    let post =
      try composition.origin.post?.post ?? Post(draft: composition.manifest(PostDetails(author: ""), author: nil))
    let recipes = try place.store.bundle(of: post, carrying: .recipes).bytes()
    let whole = try carry == .recipes ? nil : Parcel.cargo(of: composition, post, in: place, limit: carry.limit)
    boxes = [MovieBox(identifier: Parcel.identifier, payload: whole ?? recipes)]
    carries = whole == nil ? .recipes : .everything
    synopsis = recipes.count <= container.longestSentence ? Parcel.prefix + recipes.base64 : nil
  }

  /// A bundle with all files; nil if it is larger than the limit.
  private static func cargo(
    of composition: Composition, _ post: Post, in place: RecipeStore, limit: Int64
  ) throws -> [UInt8]? {
    if post.seal == nil {
      let paths = composition.shelf.paths
      let sizes = post.manifest.neededObjects.map { paths[$0].map(LocalFile.byteCount) ?? 0 }
      guard sizes.reduce(0, +) <= limit else { return nil }
      try place.keep(post.manifest.neededObjects, of: composition)
    }
    let bundle = try place.store.bundle(of: post, carrying: .everything)
    return bundle.length <= limit ? try bundle.bytes() : nil
  }

  /// The post that a video carries.
  ///
  /// - Returns: Nil if it carries none.
  /// - Throws: what is wrong with what it carries: nothing of it is used.
  static func open(_ path: String, _ access: MediaAccess, into store: RecipeStore) throws -> RecipePost? {
    if let place = try MovieBox.payload(of: identifier, in: path) {
      let length = place.upperBound - place.lowerBound
      let bytes = try BytesInFile(path, from: place.lowerBound, length: length)
      return RecipePost(try store.store.unpack(bytes, allowsDraft: true).post)
    }
    let sentences = [MovieContainer.mp4, .mov].lazy.compactMap { try? access.tag($0.sentenceTag, of: path) }
    guard let text = sentences.first(where: { $0.hasPrefix(prefix) }) else { return nil }
    guard let bytes = [UInt8](base64: text.dropFirst(prefix.count)) else {
      throw RepriseError(.recipe, code: "malformed", came: "\"\(path)\": the recipe in its synopsis is damaged")
    }
    return RecipePost(try store.store.unpack(BytesInMemory(bytes), allowsDraft: true).post)
  }
}

extension RenderOptions.Carry {
  /// A box of ours has a length of 32 bits.
  fileprivate var limit: Int64 { self == .everything ? 4_000_000_000 : RenderOptions.largestCargo }
}
