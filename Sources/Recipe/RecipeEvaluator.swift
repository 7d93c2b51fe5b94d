package import Graph
import Media
package import Worker

/// Turns the text of a recipe into a graph.
///
/// A pure function of the text, the settings, and the content of what the library answers. Any thread may evaluate.
package struct RecipeEvaluator: Sendable {
  package var evaluator: Evaluator
  package var limits: GraphLimits

  package init(evaluator: Evaluator = Evaluator(), limits: GraphLimits = GraphLimits()) {
    (self.evaluator, self.limits) = (evaluator, limits)
  }

  /// Runs a recipe. The worker is gone when this returns.
  ///
  /// - Parameters:
  ///   - name: As error messages say it: `hello.lua`.
  ///   - settings: Values for params, by name.
  /// - Throws: `RecipeError` for the recipe's mistakes, `WorkerFailure` for the machine's.
  package func evaluate(
    _ source: String, name: String, settings: [String: ParamSetting] = [:], library: any Library
  ) throws -> RecipeResult {
    let session = Session(library: library, settings: settings, limits: limits)
    do {
      return try evaluator.evaluate(source: source, name: name, vocabulary: .language, host: session) {
        returned, evaluation in
        try session.params.checkAllUsed()
        let root = try session.root(of: returned, name: name)
        return try session.result(root, evaluation)
      }
    } catch {
      throw RecipeEvaluator.mistake(error, name: name, session)
    }
  }

  private static func mistake(_ error: EvaluationError, name: String, _ session: Session) -> any Error {
    switch error {
    case .syntax(let script): return RecipeError(.syntax, script.message, place: script.place)
    case .runtime(let script):
      let isName = session.unknownNames.contains(script.message)
      var mistake = RecipeError(isName ? .unknownName : .runtime, script.message, place: script.place)
      mistake.traceback = script.traceback.map { Place(chunk: script.place.chunk, line: $0.line) }
      return mistake
    case .host(let error as RecipeError, let place):
      var mistake = error
      mistake.place = mistake.place ?? place ?? Place(chunk: name, line: 0)
      return mistake
    case .host(let error, _): return error
    case .tripped(let trip): return RecipeError(.limit, trip.reason, place: trip.place ?? Place(chunk: name, line: 0))
    case .worker(let failure): return failure
    }
  }
}

/// What a recipe came to.
package struct RecipeResult: Sendable {
  package let graph: Graph
  package let params: [Param]
  package let parts: [Part]
  package let warnings: [Warning]
}

extension Session {
  /// The one clip that a recipe returned, with an end.
  func root(of returned: [Datum], name: String) throws(RecipeError) -> Int {
    let place = Place(chunk: name, line: 0)
    guard case .handle(let handle)? = returned.first, drafts.indices.contains(Int(handle.id)) else {
      let came =
        returned.isEmpty || returned == [.nil]
        ? "the recipe returns nothing" : "the recipe returns \(returned[0].words)"
      throw RecipeError(.result, came, wanted: "a clip", remedy: "end it with: return clip", place: place)
    }
    guard returned.count == 1 else {
      throw RecipeError(
        .result, "the recipe returns \(returned.count) values", remedy: "join the clips with .. or stack(…)",
        place: place)
    }
    let root = Int(handle.id)
    guard drafts[root].duration != nil else {
      throw RecipeError(
        .noEnd, "the recipe's clip has no end", remedy: "give it one with :lasting(seconds)", place: drafts[root].place)
    }
    return root
  }

  func result(_ root: Int, _ evaluation: Evaluation) throws -> RecipeResult {
    let canvas = fixedCanvas()
    let step = canvas.frameRate.frameDuration.seconds
    var resolver = Resolver(drafts: drafts, canvas: canvas, limits: limits) { function, count in
      try evaluation.sample(function.reference, start: 0, step: step, count: count)
    }
    let graph = try resolver.graph(of: root)
    return RecipeResult(graph: graph, params: params.declared, parts: parts, warnings: warnings)
  }
}
