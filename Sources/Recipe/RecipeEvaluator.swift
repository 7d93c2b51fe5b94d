import Confinement
import Graph
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

  /// Runs a recipe, and the posts that it remixes inside it. All workers are gone when this returns.
  ///
  /// - Parameters:
  ///   - name: As error messages say it: `hello.lua`.
  ///   - settings: Values for params, by name or path.
  ///   - own: What a post's params were set to when it was published; settings go before them.
  ///   - library: What names in the recipe mean.
  ///   - lent: What names among the settings mean; the library if left out.
  /// - Throws: `RecipeError` for the recipe's mistakes, `WorkerFailure` for the machine's.
  package func evaluate(
    _ source: String, name: String, settings: [String: ParamSetting] = [:], own: [String: ParamSetting] = [:],
    library: any Library, lent: (any Library)? = nil
  ) throws -> RecipeResult {
    try DeepStack.run {
      let chain = Chain(evaluator: evaluator, limits: limits)
      defer { chain.close() }
      let (stock, caller) = (Stock(library), Stock(lent ?? library))
      let link = Link(settings: [
        Edits(settings: own, lender: stock, code: .param), Edits(settings: settings, lender: caller, code: .setting),
      ])
      let session = Session(chain, name: name, stock: stock, link: link)
      return try session.result(of: source, lent: caller)
    }
  }
}

extension Session {
  /// What the recipe that the caller gave comes to.
  fileprivate func result(of source: String, lent caller: Stock) throws -> RecipeResult {
    do {
      let root = try run(source)
      for edits in link.edits { try edits.check(against: ledger, of: "the recipe") }
      try checkRoot(root)
      return RecipeResult(
        graph: try graph(of: root, on: fixedCanvas()), params: ledger.allParams, parts: ledger.allParts,
        warnings: chain.warnings,
        parents: ledger.parents, assets: stock.assets, fonts: stock.fonts, lent: caller.assets, lineage: ledger.lineage,
        protection: chain.crew.protection)
    } catch let error as RecipeError {
      throw error.located(at: Place(chunk: name, line: 0))
    } catch EvaluationError.tripped(let trip) {
      throw RecipeError(.limit, trip.reason, place: trip.place)
    } catch EvaluationError.worker(let failure) {
      throw failure
    }
  }

  private func checkRoot(_ root: Int) throws(RecipeError) {
    guard !drafts[root].isEmpty else {
      throw RecipeError(
        .result, "the recipe comes to nothing: all that it shows is left out", remedy: "leave one part in")
    }
    guard drafts[root].duration != nil else {
      throw RecipeError(
        .noEnd, "the recipe's clip has no end", remedy: "give it one with :lasting(seconds)", place: drafts[root].place)
    }
  }
}

extension Session {
  /// The graph that leads to a clip with an end.
  func graph(of clip: Int, on canvas: Canvas) throws -> Graph {
    let step = canvas.frameRate.frameDuration.seconds
    var resolver = Resolver(drafts: drafts, canvas: canvas, limits: limits) { function, count in
      try function.evaluation.sample(function.reference, start: 0, step: step, count: count)
    }
    do {
      return try resolver.graph(of: clip)
    } catch let error as EvaluationError {
      throw chain.mistake(error, in: name)
    }
  }
}
