import Graph
import Prompt
import Recipe
import Store
import Takes

/// Finds what a post pins, by the names in its recipe, and nothing else.
struct PostLibrary: Library {
  let manifest: Manifest
  let store: RecipeStore
  let shelf: Shelf
  let typesetting: Typesetting
  private let takes: PinnedTakes

  init(_ manifest: Manifest, _ store: RecipeStore, _ shelf: Shelf) {
    (self.manifest, self.store, self.shelf) = (manifest, store, shelf)
    takes = PinnedTakes(among: manifest.pins.assets)
    let (fonts, files) = (manifest.pins.fonts, Set(manifest.pins.assets.values))
    typesetting = Typesetting(
      .pinned(shelf.access, brought: fonts.intersection(files)) {
        fonts.reduce(into: [:]) { paths, font in paths[font] = (try? store.store.path(of: font)).flatMap(LocalFile.real)
        }
      })
  }

  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    try shelf.asset(at: path(of: name), named: name, kind)
  }

  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> (bytes: [UInt8], digest: Digest) {
    try shelf.bytes(at: path(of: name), named: name, atMost: limit)
  }

  private func path(of name: String) throws(RecipeError) -> String {
    guard let digest = manifest.pins.assets[name] else {
      throw RecipeError(.asset, "the post pins no file \"\(name)\"", remedy: "it was not used when it was published")
    }
    do {
      return try store.store.path(of: digest)
    } catch {
      throw RecipeError(.asset, "\"\(name)\": \(error)")
    }
  }

  func measure(_ kind: NodeKind, _ sound: SoundParameters) throws(RecipeError) -> SoundMeasure {
    try shelf.measure(kind, sound)
  }

  func take(of speech: SoundParameters) throws(RecipeError) -> (name: String, digest: Digest)? {
    try shelf.take(of: speech, pinned: takes)
  }

  func film(_ order: FilmOrder) throws(RecipeError) -> RecordedFilm? { try shelf.film(order, pinned: takes) }

  /// Those that the post pins, whatever this host has.
  func words() throws(RecipeError) -> SceneTable {
    guard let (name, _) = pinnedWords else { return SceneTable() }
    let bytes = try bytes(of: name, atMost: 1 << 20).bytes
    do {
      return try Words(json: String(decoding: bytes, as: UTF8.self)).table
    } catch {
      throw RecipeError(.asset, "\"\(name)\": \(error.message)")
    }
  }

  func pinWords() throws(RecipeError) -> (name: String, digest: Digest) {
    guard let pin = pinnedWords else { throw RecipeError(.asset, "the post pins no words") }
    return pin
  }

  private var pinnedWords: (name: String, digest: Digest)? {
    manifest.pins.assets.filter { $0.key.hasPrefix(Words.pinned) }.min { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func simulate(_ order: WorldOrder) throws(RecipeError) -> WorldMeasure { try shelf.simulate(order) }

  func listen(to graph: Graph, _ question: ListeningQuestion) throws(RecipeError) -> [[Double]] {
    try shelf.listen(to: graph, question)
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    try shelf.measure(text, with: typesetting)
  }

  func post(named name: String) throws(RecipeError) -> ParentPost {
    guard let id = manifest.pins.posts[name] else {
      throw RecipeError(.post, "the post pins no post \"\(name)\"", remedy: "it did not use it when it was published")
    }
    return try store.parent(id, shelf)
  }
}
