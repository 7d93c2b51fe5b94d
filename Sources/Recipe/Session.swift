import Graph
import Media
import Worker

/// One run of one recipe: answers its worker's calls and collects what they make.
///
/// Used by one thread, while the worker waits.
final class Session {
  let chain: Chain
  /// As places say it: `hello.lua`, `missed-shot@9f2c41d8`.
  let name: String
  /// What its names mean.
  let stock: Stock
  /// How it came to run.
  let link: Link
  let ledger = Ledger()
  /// What met in scenes, by their clips.
  var events: [Int: [WorldMeasure.Event]] = [:]
  var isCanvasSaid = false
  /// Whether it has made or needed anything that goes by the canvas.
  var hasBegun = false
  /// Whether the recipe is over; its functions of time may still speak.
  private(set) var hasReturned = false
  /// Whether clips move by functions in its worker.
  private(set) var hasMovement = false
  /// What follows a function of pixels, while one is followed.
  var tracer: Tracer?
  /// Values that shaders have had so far, so that each is known by one number for good.
  var tracedValues = 0
  /// A post that answers in place of those that it remixes too.
  let standIn: ParentPost?
  var hasUsedStandIn = false

  init(_ chain: Chain, name: String, stock: Stock, link: Link, standIn: ParentPost? = nil) {
    (self.chain, self.name, self.stock, self.link, self.standIn) = (chain, name, stock, link, standIn)
  }

  var drafts: [Draft] { chain.drafts }
  var limits: GraphLimits { chain.limits }

  /// Keeps a clip.
  func add(_ draft: Draft) throws(RecipeError) -> Int {
    hasBegun = true
    hasMovement = hasMovement || !draft.functions.isEmpty
    return try chain.add(draft)
  }

  func warn(_ message: String, at place: Place) { chain.warn(message, at: place) }

  /// The canvas, fixed from now on.
  func fixedCanvas() -> Canvas {
    hasBegun = true
    return chain.fixedCanvas()
  }

  /// The size of a clip's picture in pixels; nil if it has none. Fixes the canvas if the clip is as large as that.
  func size(of clip: Int) -> Size? {
    switch drafts[clip].picture {
    case .none: nil
    case .pixels(let size): size
    case .canvas: fixedCanvas().size
    }
  }

  /// Runs the recipe and gives the one clip that it returns.
  func run(_ source: String) throws -> Int {
    do {
      let returned = try chain.crew.run(self, source)
      hasReturned = true
      return try clip(of: returned)
    } catch let error as EvaluationError {
      throw chain.mistake(error, in: name)
    }
  }

  private func clip(of returned: [Datum]) throws(RecipeError) -> Int {
    let place = Place(chunk: name, line: 0)
    guard let first = returned.first, let clip = clip(first) else {
      let came = returned.isEmpty || returned == [.nil] ? "nothing" : returned[0].words
      throw RecipeError(
        .result, "the recipe returns \(came)", wanted: "a clip", remedy: "end it with: return clip", place: place)
    }
    guard returned.count == 1 else {
      throw RecipeError(
        .result, "the recipe returns \(returned.count) values", remedy: "join the clips with .. or stack(…)",
        place: place)
    }
    return clip
  }

  /// The clip that a value stands for.
  func clip(_ datum: Datum) -> Int? {
    guard case .handle(let handle) = datum, handle.kind == "clip", drafts.indices.contains(Int(handle.id)) else {
      return nil
    }
    return Int(handle.id)
  }
}
