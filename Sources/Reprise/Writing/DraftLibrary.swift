import Graph
import Recipe

/// What names mean in a draft that a model wrote: nothing. It has sounds and texts that are made, and scenes.
struct DraftLibrary: Library {
  let shelf: Shelf
  let typesetting: Typesetting

  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    throw RecipeError(
      .asset, "there is no file \"\(name.prefix(60))\"",
      remedy: "use what is made: colours, shapes, texts, scenes, music, voices")
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure { try shelf.measure(text, with: typesetting) }

  func measure(_ kind: NodeKind, _ sound: SoundParameters) throws(RecipeError) -> SoundMeasure {
    try shelf.measure(kind, sound)
  }

  func simulate(_ order: WorldOrder) throws(RecipeError) -> WorldMeasure { try shelf.simulate(order) }

  func listen(to graph: Graph, _ question: ListeningQuestion) throws(RecipeError) -> [[Double]] {
    try shelf.listen(to: graph, question)
  }
}
