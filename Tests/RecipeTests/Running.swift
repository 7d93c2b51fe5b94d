import Graph
import Media
import Recipe
import Testing
import Worker

/// Evaluates on a thread of this process, with time enough for a machine that is busy.
func run(
  _ source: String, settings: [String: ParamSetting] = [:], in library: any Library = Shelf(),
  isolation: Isolation = .inProcess, limits: GraphLimits = GraphLimits(), fuel: UInt64 = Limits().fuel
) throws -> RecipeResult {
  var patient = Limits()
  (patient.wallClock, patient.fuel) = (.seconds(300), fuel)
  let evaluator = RecipeEvaluator(evaluator: Evaluator(isolation: isolation, limits: patient), limits: limits)
  return try evaluator.evaluate(source, name: "r.lua", settings: settings, library: library)
}

/// The mistake that a recipe is refused for.
func mistake(
  in source: String, settings: [String: ParamSetting] = [:], _ library: any Library = Shelf(),
  limits: GraphLimits = GraphLimits(), sourceLocation: SourceLocation = #_sourceLocation
) throws -> RecipeError {
  try #require(throws: RecipeError.self, sourceLocation: sourceLocation) {
    try run(source, settings: settings, in: library, limits: limits)
  }
}

/// The nodes of a recipe's graph, one a line, without their versions.
func nodes(_ source: String, in library: any Library = Shelf()) throws -> [String] {
  try run(source, in: library).graph.text.split(separator: "\n").dropFirst().dropLast().map { line in
    String(line.hasSuffix(",") ? line.dropLast() : line).replacing(",\"version\":1", with: "")
  }
}

/// The digest of a file of `Shelf`, as a graph says it.
func asset(_ name: String) -> String { "sha256:\(Digest(of: name.utf8))" }

/// A recipe's duration in seconds.
func seconds(_ source: String) throws -> Double {
  try run(source).graph.duration.seconds
}
