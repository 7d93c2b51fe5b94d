import ArgumentParser
import Reprise

// `reprise render --each rows.csv`: a video for each row. What rows share is drawn once, through the store.
extension RenderCommand {
  /// A video to be made.
  private struct Variation {
    let path: String
    let params: [String: ParamValue]
  }

  func run(each file: String, _ options: RenderOptions) throws {
    let rows = try Rows(path: file)
    let program = try recipe.open()
    let place = try recipe.place.open(recipe.console) ?? RecipeStore.temporary()
    let variations = try variations(rows, file, of: recipe.evaluate(program))
    let start = ContinuousClock.now
    var drawn = 0
    for (index, variation) in variations.enumerated() {
      let composition = try recipe.evaluate(program, with: variation.params, store: place)
      let report = try draw(composition, to: variation.path, options, of: "\(index + 1)/\(variations.count)")
      drawn += report.drawnSegmentCount
    }
    guard !quiet, !recipe.isJSON else { return }
    let taken = (start.duration(to: .now) / .seconds(1)).rounded(places: 1)
    try recipe.console.show("\(variations.count) videos, \(drawn) segments drawn, made in \(taken) s", .null)
  }

  /// All are known to make sense before the first is drawn.
  private func variations(_ rows: Rows, _ file: String, of composition: Composition) throws -> [Variation] {
    let pattern = OutputPattern(text: output)
    let params = Set(composition.params.map(\.name))
    let used = try pattern.columns()
    if let stray = rows.names.first(where: { !params.contains($0) && !used.contains($0) }) {
      throw Rows.mistake(
        file, 1, "\"\(stray)\" is neither a param of the recipe nor in \"\(output)\"",
        wanted: params.isEmpty ? nil : "one of \(params.sorted().joined(separator: ", "))")
    }
    if let missing = used.subtracting(rows.names).subtracting(["row"]).min() {
      throw Rows.mistake(file, 1, "there is no column \"\(missing)\", which \"\(output)\" names")
    }
    var taken: [String: Int] = [:]
    return try rows.rows.enumerated().map { index, row in
      let values = Dictionary(uniqueKeysWithValues: zip(rows.names, row))
      let path = try pattern.path(row: index + 1, values: values)
      if let other = taken.updateValue(index + 1, forKey: path) {
        throw Rows.mistake(file, index + 2, "rows \(other) and \(index + 1) both go to \"\(path)\"")
      }
      return Variation(
        path: path, params: values.filter { params.contains($0.key) }.mapValues { ParamValue.word($0) })
    }
  }
}
