import Graph
import Media
import Worker

/// One evaluation of one recipe: answers the worker's calls and collects what they make.
///
/// Used by one thread, while the worker waits.
final class Session {
  let library: any Library
  let limits: GraphLimits
  var drafts: [Draft] = []
  /// Nil until the recipe says it, its first video decides, or something needs it.
  var canvas: Canvas?
  var isCanvasSaid = false
  var params: ParamTable
  var parts: [Part] = []
  var warnings: [Warning] = []
  /// What was said of names that there are not.
  var unknownNames: Set<String> = []

  init(library: any Library, settings: [String: ParamSetting], limits: GraphLimits) {
    self.library = library
    self.limits = limits
    self.params = ParamTable(settings: settings)
  }

  /// What a recipe has until it says otherwise.
  static let presetCanvas = Canvas(size: Size(width: 1920, height: 1080), frameRate: .thirty)

  /// The canvas, fixed from now on.
  func fixedCanvas() -> Canvas {
    let fixed = canvas ?? Session.presetCanvas
    canvas = fixed
    return fixed
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

  /// The size of a clip's picture in pixels; nil if it has none. Fixes the canvas if the clip is as large as that.
  func size(of clip: Int) -> Size? {
    switch drafts[clip].picture {
    case .none: nil
    case .pixels(let size): size
    case .canvas: fixedCanvas().size
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
  var isFlat: Bool { self == .sequence || self == .stack }
}
