import Graph
import Media
package import Prompt

/// Words that a prompt or a scene may use beside the dictionary's: the recipe's own, and the host's.
///
/// A scene that uses the host's words is simulated with what they mean written into it, and a post pins them.
extension Session {
  /// What a prompt says, in the dictionary's words and others.
  func understanding(of arguments: Arguments) throws(RecipeError) -> Understanding {
    let (hosts, own) = (try stock.library.words(), arguments.words)
    try chain.tally.add(
      .understanding(arguments.text("prompt") ?? "", words: hosts.fields.count + own.fields.count))
    let understanding = try wish(arguments, hosts.merging(own)).asScene()
    guard !hosts.fields.isEmpty else { return understanding }
    let without = try? wish(arguments, own).asScene()
    if without?.table != understanding.table { try stock.pinWords() }
    return understanding
  }

  private func wish(_ arguments: Arguments, _ words: SceneTable) throws(RecipeError) -> Wish {
    do {
      return Wish(
        arguments.text("prompt") ?? "", seconds: arguments.time("seconds")?.seconds ?? 8,
        seed: UInt64(arguments.number("seed") ?? 0),
        vocabulary: words.fields.isEmpty ? .builtin : try Vocabulary.builtin.adding(words))
    } catch {
      throw RecipeError(error)
    }
  }

  /// A scene with the words of the host's that it uses.
  func standingAlone(_ scene: SceneTable) throws(RecipeError) -> SceneTable {
    let used = try stock.library.words().words(spokenIn: scene)
    guard !used.fields.isEmpty else { return scene }
    try stock.pinWords()
    var scene = scene
    switch scene["words"] {
    case nil: scene["words"] = .table(used)
    case .table(let own)?: scene["words"] = .table(used.merging(own))
    default: break
    }
    return scene.inOrder
  }
}

extension Wish {
  fileprivate func asScene() throws(RecipeError) -> Understanding {
    do {
      return try understood()
    } catch {
      throw RecipeError(.outOfRange, error.came, remedy: error.remedy)
    }
  }
}

extension SceneTable {
  /// With another's entries, which go before its own.
  fileprivate func merging(_ other: SceneTable) -> SceneTable {
    other.fields.reduce(into: self) { $0[$1.key] = $1.value }
  }
}

extension RecipeError {
  /// A mistake in a scene's table.
  package init(_ error: SceneError) {
    self.init(
      .outOfRange, error.path.isEmpty ? error.came : "\(error.path): \(error.came)", wanted: error.wanted,
      remedy: error.remedy)
  }
}
