import Graph
import Recipe

extension Runtime {
  /// What is wrong with a draft, and what its author should know. It runs in a worker as a stranger's recipe does, with
  /// nothing of the host in its reach: no files, no posts, no voices, no money.
  ///
  /// - Throws: what is not the draft's mistake.
  func check(
    _ text: String, as form: Writing.Form
  ) throws(RepriseError) -> (mistake: RepriseError?, warnings: [RecipeWarning]) {
    do throws(RepriseError) {
      let composition = try evaluate(draft: text)
      let isScene = composition.graph.nodes.contains { $0.kind == .world }
      guard form == .recipe || isScene else { throw RepriseError.noScene }
      return (nil, composition.warnings)
    } catch  where error.kind == .recipe {
      return (error, [])
    }
  }

  private func evaluate(draft text: String) throws(RepriseError) -> Composition {
    let typesetting = Typesetting(.folders(fontFolders, access))
    var bare = self
    (bare.voices, bare.models, bare.budget) = ([:], [:], .nothing)
    let shelf = Shelf(
      cache: nil, access: access, limits: limits.graph, recordings: Recordings(bare, store: nil))
    let origin = Origin(name: "draft.lua", source: text, own: [:], params: [:])
    return try evaluate(origin, DraftLibrary(shelf: shelf, typesetting: typesetting), typesetting, shelf)
  }
}

extension RepriseError {
  fileprivate static let noScene = RepriseError(
    .recipe, code: "result", came: "it shows no scene", wanted: "return world { … }", file: "draft.lua")
}
