import Codec
import Graph
import Media
import Prompt
import Recipe
import Store

/// Finds a recipe's files in its own folder and nowhere else, and posts in the store.
struct FolderLibrary: Library {
  let folder: String
  let shelf: Shelf
  let typesetting: Typesetting
  let store: RecipeStore?
  var hostWords = Words()

  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    try shelf.asset(at: try path(of: name), named: name, kind)
  }

  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> (bytes: [UInt8], digest: Digest) {
    try shelf.bytes(at: try path(of: name), named: name, atMost: limit)
  }

  func measure(_ kind: NodeKind, _ sound: SoundParameters) throws(RecipeError) -> SoundMeasure {
    try shelf.measure(kind, sound)
  }

  func take(of speech: SoundParameters) throws(RecipeError) -> (name: String, digest: Digest)? {
    try shelf.take(of: speech)
  }

  func film(_ order: FilmOrder) throws(RecipeError) -> RecordedFilm? { try shelf.film(order) }

  func words() throws(RecipeError) -> SceneTable { hostWords.table }

  /// Where there is no store, nothing can be published either.
  func pinWords() throws(RecipeError) -> (name: String, digest: Digest) {
    let (name, bytes, digest) = hostWords.pin
    do {
      _ = try store?.store.put(bytes)
    } catch {
      throw RecipeError(.asset, "the host's words cannot be kept: \(error)")
    }
    return (name, digest)
  }

  func simulate(_ order: WorldOrder) throws(RecipeError) -> WorldMeasure { try shelf.simulate(order) }

  func listen(to graph: Graph, _ question: ListeningQuestion) throws(RecipeError) -> [[Double]] {
    try shelf.listen(to: graph, question)
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    try shelf.measure(text, with: typesetting)
  }

  func post(named name: String) throws(RecipeError) -> ParentPost {
    guard let store else {
      throw RecipeError(.post, "there is no store to find \"\(name)\" in", remedy: "leave --no-store out")
    }
    return try store.parent(matching: name, shelf)
  }

  /// Where a name leads: never out of the recipe's folder, not through `..` and not through a link.
  private func path(of name: String) throws(RecipeError) -> String {
    guard !name.isEmpty, name.utf8.count <= 1000, !name.utf8.contains(0) else {
      throw RecipeError(.asset, "\"\(name.prefix(60))\" is no name of a file")
    }
    // By bytes, as the system does: to Swift a slash with an accent after it is no slash.
    let steps = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard steps.first?.isEmpty == false, !steps.contains(where: { $0.elementsEqual("..".utf8) }) else {
      throw RecipeError(
        .asset, "\"\(name)\" leads out of the recipe's folder",
        remedy: "put the file beside the recipe and name it without a path")
    }
    let path = "\(folder)/\(name)"
    guard let real = LocalFile.real(path), let home = LocalFile.real(folder) else { return path }
    guard real.utf8.starts(with: (home == "/" ? home : home + "/").utf8) else {
      throw RecipeError(
        .asset, "\"\(name)\" is a link out of the recipe's folder", remedy: "put a copy beside the recipe")
    }
    return path
  }
}
