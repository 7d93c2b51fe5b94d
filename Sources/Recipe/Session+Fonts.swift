import Graph

extension Session {
  /// Measures a text whose fonts may be files beside the recipe.
  ///
  /// - Returns: The text as the graph names it. What is said of its fonts speaks of the files.
  func setting(_ text: TextParameters) throws(RecipeError) -> (text: TextParameters, measure: TextMeasure) {
    var families: [String: String] = [:]
    for name in text.families where BroughtFont.isFile(name) {
      families[name] = BroughtFont.family(try font(inFile: name))
    }
    let known = text.renamingFamilies(families)
    func said(_ words: String) -> String { families.reduce(words) { $0.replacing($1.value, with: $1.key) } }
    do {
      var measure = try measure(known)
      measure.warnings = measure.warnings.map(said)
      return (known, measure)
    } catch {
      throw RecipeError(error.code, said(error.came), wanted: error.wanted, remedy: error.remedy)
    }
  }

  private func font(inFile name: String) throws(RecipeError) -> Digest {
    if let known = stock.assets[name] { return known }
    _ = try bytes(of: name, atMost: BroughtFont.limit)
    guard let digest = stock.assets[name] else { throw RecipeError(.asset, "there is no file \"\(name)\"") }
    return digest
  }
}
