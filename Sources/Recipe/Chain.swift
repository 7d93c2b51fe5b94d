import Graph
import Media
import Worker

/// What the recipes of one evaluation share, however many posts it runs: clips, canvas, limits, warnings, workers.
///
/// Recipes run inside one another's calls, each in a worker of its own. A worker lives on while a clip has functions of
/// time from it, since those are sampled when the outermost recipe has returned.
final class Chain {
  let limits: GraphLimits
  private let evaluator: Evaluator
  private let budget: Budget
  private(set) var drafts: [Draft] = []
  /// Nil until a recipe says it, the first video decides, or something needs it.
  var canvas: Canvas?
  private(set) var warnings: [Warning] = []
  /// What was said of names that there are not.
  var unknownNames: Set<String> = []
  /// Evaluations that have returned and have functions of time.
  private var waiting: [Evaluation] = []
  private var running = 0
  private var posts = 0
  private var names = 0
  private var calls = 0

  init(evaluator: Evaluator, limits: GraphLimits) {
    (self.evaluator, self.limits, budget) = (evaluator, limits, Budget(evaluator.limits))
  }

  /// Ends the workers that wait. Nothing of the evaluation can be used any more.
  func close() {
    for evaluation in waiting { evaluation.close() }
    // Clips know evaluations, these know their hosts, and those know this chain.
    (waiting, drafts) = ([], [])
  }

  /// Runs a recipe and gives what it returns.
  func run(_ session: Session, _ source: String) throws -> [Datum] {
    guard running + waiting.count < limits.workers else {
      throw RecipeError(
        .limit, "more than \(limits.workers) recipes are at work at once",
        remedy: "remix fewer posts whose clips move by functions of time")
    }
    running += 1
    defer { running -= 1 }
    do {
      let (returned, evaluation) = try evaluator.begin(
        source: Array(source.utf8), name: session.name, vocabulary: .language, host: session, budget: budget)
      if session.hasMovement { waiting.append(evaluation) } else { evaluation.close() }
      return returned
    } catch {
      throw mistake(error, in: session.name)
    }
  }

  /// Answers a call; calls answer one another through functions of recipes.
  func answer<R>(_ body: () throws -> R) throws -> R {
    guard calls < limits.calls else {
      throw RecipeError(.limit, "remixes and their functions call one another too deeply")
    }
    calls += 1
    defer { calls -= 1 }
    return try body()
  }

  /// Counts a post that is to run inside `depth` others.
  func countPost(depth: Int) throws(RecipeError) {
    posts += 1
    guard posts <= limits.posts else {
      throw RecipeError(
        .limit, "more than \(limits.posts) posts are remixed", remedy: "remix each once, and use its clip again")
    }
    guard depth <= limits.chain else {
      throw RecipeError(.limit, "posts that remix posts are nested deeper than \(limits.chain)")
    }
  }

  /// Counts a param or a part.
  func countName() throws(RecipeError) {
    names += 1
    guard names <= limits.names else {
      throw RecipeError(.limit, "there are more than \(limits.names) params and parts", remedy: "declare fewer")
    }
  }

  /// Keeps a clip, inside the limits.
  func add(_ draft: Draft) throws(RecipeError) -> Int {
    guard drafts.count < limits.clips else {
      throw RecipeError(.limit, "the recipe makes more than \(limits.clips) clips", remedy: "make fewer")
    }
    var draft = draft
    draft.depth = drafts.depth(of: draft)
    guard draft.depth <= limits.depth else {
      throw RecipeError(
        .limit, "clips are nested deeper than \(limits.depth)", remedy: "use sequence { … } or stack { … } on a list")
    }
    drafts.append(draft)
    return drafts.count - 1
  }

  func warn(_ message: String, at place: Place) {
    let warning = Warning(place: place, message: message)
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  /// What a recipe has until it says otherwise.
  static let presetCanvas = Canvas(size: Size(width: 1920, height: 1080), frameRate: .thirty)

  /// The canvas, fixed from now on.
  func fixedCanvas() -> Canvas {
    let fixed = canvas ?? Chain.presetCanvas
    canvas = fixed
    return fixed
  }
}

extension Chain {
  /// Says by whose mistake a recipe came to nothing. What ends everything stays as it is, with a place.
  func mistake(_ error: EvaluationError, in name: String) -> any Error {
    let here = Place(chunk: name, line: 0)
    switch error {
    case .syntax(let script): return RecipeError(.syntax, script.message, place: script.place)
    case .runtime(let script):
      let isName = unknownNames.contains(script.message)
      var mistake = RecipeError(isName ? .unknownName : .runtime, script.message, place: script.place)
      mistake.traceback = script.traceback.map { Place(chunk: script.place.chunk, line: $0.line) }
      return mistake
    case .host(let error as RecipeError, let place): return error.located(at: place ?? here)
    case .host(let error, _): return error
    case .tripped(var trip):
      trip.place = trip.place ?? here
      return EvaluationError.tripped(trip)
    case .worker: return error
    }
  }
}

extension [Draft] {
  /// How deep a walk over the result must go: chains of `..` and of layers count once, since they are walked flat.
  fileprivate func depth(of draft: Draft) -> Int {
    let depths = draft.inputs.enumerated().map { index, input in
      let isChain = index == 0 && draft.kind.isFlat && self[input].kind == draft.kind
      return self[input].depth + (isChain ? 0 : 1)
    }
    return depths.max() ?? 0
  }
}

extension NodeKind {
  /// Joins whose first input may be a join of the same kind, to the same effect as one long list.
  fileprivate var isFlat: Bool { self == .sequence || self == .stack }
}
