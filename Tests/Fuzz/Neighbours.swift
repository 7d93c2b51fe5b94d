import Graph
import Recipe

/// A folder with every file in it. Whoever asks for one elsewhere breaks a claim.
struct Neighbours: Library {
  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    Self.claimBeside(name)
    return try Props().asset(named: name, kind)
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure { try Props().measure(text) }

  /// Goes by bytes, as the system does.
  static func claimBeside(_ name: String) {
    let steps = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    claim(steps.first?.isEmpty == false, "a file is nameless, or named from the root: \(name)")
    claim(!steps.contains { $0.elementsEqual("..".utf8) }, "a file lies elsewhere: \(name)")
  }
}
