import Graph
import Media
import Worker

/// What the recipes of one evaluation share, however many posts it runs.
final class Chain {
  let limits: GraphLimits
  let crew: Crew
  var tally: Tally
  private(set) var drafts: [Draft] = []
  /// Nil until a recipe says it, the first video decides, or something needs it.
  var canvas: Canvas?
  /// Numbers that move, which recipes hold.
  private(set) var progresses: [Progress] = []
  private(set) var warnings: [Warning] = []
  private static let mostWarnings = 100
  /// What was said of names that there are not.
  var unknownNames: Set<String> = []

  init(evaluator: Evaluator, limits: GraphLimits) {
    self.limits = limits
    (crew, tally) = (Crew(evaluator, most: limits.workers), Tally(limits))
  }

  /// Ends the workers. Nothing of the evaluation can be used any more.
  func close() {
    crew.dismiss()
    // Clips know evaluations, these know their hosts, and those know this chain.
    drafts = []
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

  /// Keeps a number that moves, inside the limits.
  func add(_ progress: Progress) throws(RecipeError) -> Int {
    guard progresses.count < limits.clips else {
      throw RecipeError(.limit, "the recipe computes more than \(limits.clips) progresses", remedy: "compute fewer")
    }
    progresses.append(progress)
    return progresses.count - 1
  }

  func warn(_ message: String, at place: Place) {
    let warning = Warning(place: place, message: message)
    if warnings.count < Chain.mostWarnings, !warnings.contains(warning) { warnings.append(warning) }
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
