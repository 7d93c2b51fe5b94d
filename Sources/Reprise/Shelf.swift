import Codec
import Draw
import Graph
import Media
import Recipe
import Render
import Synchronization
import Takes

/// The files that one evaluation found, by the digest of their content, and the fonts of the machine.
///
/// Any thread may ask.
final class Shelf: Sendable {
  private struct Item {
    var file: any Recording
    var info: MediaInfo
    var byteCount: Int64
  }

  private let items = Mutex<[Digest: Item]>([:])
  private let stills = Mutex<[Digest: Frame]>([:])
  private let shapes = Drawings<TextPicture>(mostKept: 64)
  private let artworks = Drawings<Frame>(mostKept: 32)
  private let tables = Mutex<[Digest: CubeFile]>([:])
  /// Small files that were read whole.
  private let small = Mutex<[Digest: String]>([:])
  private let known: KnownFiles
  let access: MediaAccess
  private let limits: GraphLimits
  /// Who measured texts in which fonts, and so draws them.
  let made: MadeSounds
  private let worlds = Worlds()
  let cache: (any Cache)?
  let recordings: Recordings
  private let typesettings = Mutex<[[Digest]: Typesetting]>([:])

  /// - Parameters:
  ///   - cache: Where it is remembered what files are.
  ///   - access: How they are read.
  ///   - recordings: What voices and models of the host's gave.
  init(cache: (any Cache)?, access: MediaAccess, limits: GraphLimits, recordings: Recordings) {
    known = KnownFiles(cache: cache, fromWorkers: access.nursery != nil)
    (self.access, self.limits, self.cache, self.recordings) = (access, limits, cache, recordings)
    made = MadeSounds(access)
  }

  /// The size of a text, which the same typesetting will draw.
  func measure(_ text: TextParameters, with typesetting: Typesetting) throws(RecipeError) -> TextMeasure {
    let measure = try typesetting.measure(text, fontFiles(of: text))
    typesettings.withLock { $0[measure.fonts] = $0[measure.fonts] ?? typesetting }
    return measure
  }

  /// The files that a text brings along as its fonts, as far as they were found.
  private func fontFiles(of text: TextParameters) -> [Digest: String] {
    let brought = text.broughtFonts
    return brought.isEmpty ? [:] : small.withLock { $0.filter { brought.contains($0.key) } }
  }

  /// Where files and fonts that were found lie, by digest.
  var paths: [Digest: String] {
    let fonts = typesettings.withLock { Array($0.values) }.map(\.files)
    let files = items.withLock { $0.mapValues(\.file.path) }.merging(small.withLock(\.self)) { media, _ in media }
    return fonts.reduce(files) { paths, files in paths.merging(files) { $1 } }
  }

  /// Pictures a second of a film; nil if it is none.
  func frameRate(of asset: Digest) -> FrameRate? { items.withLock { $0[asset]?.info.video?.frameRate } }

  /// Opens a file and remembers it by its content.
  func add(path: String, as name: String) throws(RepriseError) -> (digest: Digest, info: MediaInfo) {
    do {
      try checkRoom(for: path)
      let entry = try known.entry(for: path)
      if let item = items.withLock({ $0[entry.digest] }) { return (entry.digest, item.info) }
      let file = try access.open(path, profile: entry.profile)
      let info = try file.profile().info
      try known.remember(entry, file)
      items.withLock { $0[entry.digest] = Item(file: file, info: info, byteCount: LocalFile.byteCount(of: path)) }
      return (entry.digest, info)
    } catch let error as CodecError {
      throw RepriseError(
        .recipe, code: error.code.rawValue, came: "\"\(name)\": \(error.problem)", remedy: error.remedy)
    } catch let error as RepriseError {
      throw error
    } catch {
      throw RepriseError(.machine, code: "unreadable", came: "\"\(name)\": \(error)")
    }
  }

  /// What is in a small file, which is remembered by its content.
  func bytes(at path: String, named name: String, atMost limit: Int) throws(RecipeError) -> (
    bytes: [UInt8], digest: Digest
  ) {
    do {
      let bytes = try LocalFile.bytes(of: path, atMost: limit, kind: "smaller file")
      let digest = Digest(of: bytes)
      small.withLock { $0[digest] = LocalFile.real(path) ?? path }
      return (bytes, digest)
    } catch {
      throw RecipeError(.asset, error.came.replacing("\"\(path)\"", with: "\"\(name)\""), remedy: error.remedy)
    }
  }

  /// What a voice said that does not come with the runtime, remembered by its content.
  func take(of speech: SoundParameters, pinned: PinnedTakes = PinnedTakes()) throws(RecipeError) -> (
    name: String, digest: Digest
  )? {
    guard let file = try recordings.speech(speech, pinned: pinned) else { return nil }
    small.withLock { $0[file.digest] = file.path }
    return (file.name, file.digest)
  }

  /// A video that a model made.
  func film(_ order: FilmOrder, pinned: PinnedTakes = PinnedTakes()) throws(RecipeError) -> RecordedFilm? {
    guard let file = try recordings.film(order, pinned: pinned, files: paths) else { return nil }
    return RecordedFilm(
      name: file.name, asset: try asset(at: file.path, named: "the take of \(order.model)", .video))
  }

  /// What becomes of a scene.
  func simulate(_ order: WorldOrder) throws(RecipeError) -> WorldMeasure {
    try worlds.simulate(order) { speech throws(RecipeError) in try measure(.speech, speech) }
  }

  /// Refuses one file too many before it is read.
  private func checkRoom(for path: String) throws(RepriseError) {
    let fits = items.withLock { items in
      let bytes = items.values.reduce(LocalFile.byteCount(of: path)) { $0 + $1.byteCount }
      let isKnown = items.values.contains { $0.file.path == path }
      return isKnown || items.count < limits.assets && bytes <= limits.assetBytes
    }
    guard !fits else { return }
    throw RepriseError(
      .recipe, code: "limit",
      came: "the recipe names more than \(limits.assets) files, or more than \(limits.assetBytes) bytes of them")
  }

  private func item(_ asset: Digest) throws(RepriseError) -> Item {
    guard let item = items.withLock({ $0[asset] }) else {
      throw RepriseError(.machine, code: "missingAsset", came: "no file with the digest \(asset) is at hand")
    }
    return item
  }
}

extension Shelf: Footage {
  func pictures(of asset: Digest) throws -> any PictureSource {
    if let film = try worlds.pictures(of: asset) { return film }
    return try item(asset).file.pictures()
  }

  func sound(of asset: Digest, in layout: ChannelLayout) throws -> any SoundSource {
    try item(asset).file.sound(in: layout)
  }

  func still(_ asset: Digest) throws -> Frame {
    if let known = stills.withLock({ $0[asset] }) { return known }
    let frame = try item(asset).file.pictures().frame(at: .zero)
    stills.withLock { $0[asset] = frame }
    return frame
  }

  func artwork(_ asset: Digest) -> Artwork? {
    guard let item = items.withLock({ $0[asset] }), item.info.isDrawing, let size = item.info.video?.displaySize else {
      return nil
    }
    return Artwork(largestScale: SVGPicture.largestScale(of: size)) { scale in
      try self.artworks.drawing(of: ["asset": .digest(asset)], scale: scale) { try item.file.drawing(scale: scale) }
    }
  }

  func table(_ asset: Digest) throws -> CubeFile {
    if let known = tables.withLock({ $0[asset] }) { return known }
    let table = try CubeFile(bytes(of: asset))
    tables.withLock { $0[asset] = table }
    return table
  }

  /// What is in a small file that was read before.
  func bytes(of asset: Digest) throws -> [UInt8] {
    guard let path = small.withLock({ $0[asset] }) else {
      throw RepriseError(.machine, code: "missingAsset", came: "no file with the digest \(asset) is at hand")
    }
    let bytes = try LocalFile.bytes(of: path, atMost: 64 << 20, kind: "smaller file")
    guard Digest(of: bytes) == asset else {
      throw RepriseError(.machine, code: "changed", came: "\"\(path)\" changed while it was in use")
    }
    return bytes
  }

  func orientation(of asset: Digest) -> Orientation {
    items.withLock { $0[asset]?.info.video?.orientation } ?? .up
  }

  func text(_ node: Node, scale: Double) throws -> TextPicture {
    try typesetting(of: node).draw(node.parameters, fontFiles(of: node.parameters), scale: scale)
  }

  func pieces(_ node: Node, by piece: String, scale: Double) throws -> TextPieces {
    try typesetting(of: node).pieces(node.parameters, fontFiles(of: node.parameters), by: piece, scale: scale)
  }

  /// Whoever knows the fonts may draw captions, since which of them each word is set in was settled when they were measured.
  func subtitles(_ node: Node, at time: Time, scale: Double) throws -> TextPicture {
    let fonts = Set(node.parameters.list("fonts").compactMap(\.digest))
    let known = typesettings.withLock { Array($0.values) }
    guard let typesetting = known.first(where: { fonts.isSubset(of: $0.files.keys) }) else {
      throw RepriseError(.machine, code: "missingFont", came: "the fonts of captions are not at hand")
    }
    return try typesetting.subtitles(node, at: time, scale: scale)
  }

  private func typesetting(of node: Node) throws -> Typesetting {
    let fonts = node.parameters.list("fonts").compactMap(\.digest)
    guard let typesetting = typesettings.withLock({ $0[fonts] }) else {
      throw RepriseError(.machine, code: "missingFont", came: "the fonts of a text are not at hand")
    }
    return typesetting
  }

  func shape(_ node: Node, scale: Double) throws -> TextPicture {
    try shapes.drawing(of: node.parameters, scale: scale) {
      TextPicture(try Shape(node.parameters).draw(scale: scale))
    }
  }
}
