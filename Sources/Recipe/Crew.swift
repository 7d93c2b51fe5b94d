import Confinement
import Worker

/// The workers of one evaluation, which run recipes inside one another's calls.
///
/// A worker lives on while a clip has functions of time from it, since those are sampled when the outermost recipe has
/// returned. The others end with their recipe.
final class Crew {
  private let evaluator: Evaluator
  private let budget: Budget
  private let most: Int
  private var running = 0
  /// Evaluations that have returned and have functions of time.
  private var waiting: [Evaluation] = []
  /// What all workers so far were kept in by.
  private(set) var protection = Protection.all

  /// - Parameter most: How many may be at work at once.
  init(_ evaluator: Evaluator, most: Int) {
    (self.evaluator, self.most, budget) = (evaluator, most, Budget(evaluator.limits))
  }

  /// Runs a recipe and gives what it returns.
  ///
  /// - Throws: `RecipeError`, or `EvaluationError` with what became of it.
  func run(_ session: Session, _ source: String) throws -> [Datum] {
    guard running + waiting.count < most else {
      throw RecipeError(
        .limit, "more than \(most) recipes are at work at once",
        remedy: "remix fewer posts whose clips move by functions of time")
    }
    running += 1
    defer { running -= 1 }
    let (returned, evaluation) = try evaluator.begin(
      source: Array(source.utf8), name: session.name, vocabulary: .language, host: session, budget: budget)
    protection.formIntersection(evaluation.protection)
    if session.hasMovement { waiting.append(evaluation) } else { evaluation.close() }
    return returned
  }

  /// Ends the workers that wait.
  func dismiss() {
    for evaluation in waiting { evaluation.close() }
    waiting = []
  }
}
