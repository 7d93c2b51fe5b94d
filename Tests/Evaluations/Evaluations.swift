import Foundation
import Reprise

/// `evaluations RECIPE COUNT`: evaluates a recipe as often as that, in a worker and in process by turns, and says what it
/// took and what it left behind, as JSON. The first tenth only warms up.
@main
struct Evaluations {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let count = Int(arguments[2]), count > 0 else {
      print("usage: evaluations RECIPE COUNT")
      exit(2)
    }
    let recipe = try Recipe(path: arguments[1])
    // As in a host that goes on running: what a media file is, is known by then.
    let store = try RecipeStore.temporary()
    let runtimes = [Runtime(store: store), Runtime(isolation: .inProcess, store: store)]
    for runtime in runtimes { _ = try times(runtime, recipe, count / 10 + 1) }
    let before = try Footprint()
    let took = try runtimes.map { try times($0, recipe, count / 2) }
    let report = Report(worker: Spread(took[0]), inProcess: Spread(took[1]), before: before, after: try Footprint())
    print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
  }

  private static func times(_ runtime: Runtime, _ recipe: Recipe, _ count: Int) throws -> [Duration] {
    let clock = ContinuousClock()
    return try (0..<count).map { _ in try clock.measure { _ = try runtime.evaluate(recipe) } }
  }
}
