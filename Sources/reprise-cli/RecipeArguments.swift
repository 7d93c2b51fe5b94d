import ArgumentParser
import Reprise

/// What most commands take: a recipe or a post, and how it is run.
struct RecipeArguments: ParsableArguments {
  @Argument(
    help: """
      A recipe (a .lua file; - reads it from standard input), a post (name@9f2c41d8), a bundle, or a video that \
      carries its post.
      """, completion: .file())
  var recipe: String

  @OptionGroup var setting: RecipeSetting

  var console: Console { setting.console }
  var place: StoreArguments { setting.place }
  var isJSON: Bool { setting.isJSON }

  /// Runs the recipe, and passes its warnings on.
  func evaluate() throws -> Composition { try evaluate(open()) }

  /// The same, with something that stands in for each take that is missing: nothing is bought.
  func outline() throws -> Composition { try evaluate(open(), params: try setting.params(), isOutline: true) }

  /// What was named: a recipe or a post.
  func open() throws(RepriseError) -> Program { try open(recipe) }

  /// Runs what was opened, with the settings.
  func evaluate(_ program: Program) throws -> Composition { try evaluate(program, params: try setting.params()) }

  /// Runs another recipe, as it is.
  func evaluate(other name: String, isOutline: Bool = false) throws -> Composition {
    try evaluate(open(name), params: [:], isOutline: isOutline)
  }

  /// Runs what was opened with further settings, which go before the others.
  func evaluate(_ program: Program, with further: [String: ParamValue], store: RecipeStore) throws -> Composition {
    try evaluate(program, params: try setting.params().merging(further) { $1 }, store: store)
  }

  private func evaluate(
    _ program: Program, params: [String: ParamValue], store: RecipeStore? = nil, isOutline: Bool = false
  ) throws -> Composition {
    let store = try store ?? place.open(console)
    do {
      var runtime = try setting.runtime(store)
      runtime.isOutline = isOutline
      let composition = try runtime.evaluate(program, params: params)
      console.warn(missing: Protections.all.subtracting(composition.protections))
      console.warn(composition.warnings, source: program.source)
      return composition
    } catch {
      throw Failure(error: error, source: program.source)
    }
  }

  private func open(_ name: String) throws(RepriseError) -> Program {
    guard name != "-" else { return .recipe(Recipe(source: try TextFile.standardInput(), name: "stdin")) }
    return try setting.runtime(try place.open(console)).open(name)
  }
}
