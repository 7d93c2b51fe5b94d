import Graph
import Recipe

/// Finds what the caller's own settings name: any path.
struct CallerLibrary: Library {
  let shelf: Shelf
  let typesetting: Typesetting

  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    guard !name.isEmpty, name.utf8.count <= 4096, !name.utf8.contains(0) else {
      throw RecipeError(.asset, "\"\(name.prefix(60))\" is no name of a file")
    }
    return try shelf.asset(at: name, named: name, kind)
  }

  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> (bytes: [UInt8], digest: Digest) {
    throw RecipeError(.asset, "\"\(name)\" cannot be lent", remedy: "put it beside the recipe")
  }

  func measure(_ kind: NodeKind, _ sound: SoundParameters) throws(RecipeError) -> SoundMeasure {
    try shelf.measure(kind, sound)
  }

  func listen(to graph: Graph, _ question: ListeningQuestion) throws(RecipeError) -> [[Double]] {
    try shelf.listen(to: graph, question)
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    try shelf.measure(text, with: typesetting)
  }
}
