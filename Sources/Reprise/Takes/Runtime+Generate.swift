import Codec
import Dispatch
import Graph
import Media
import Takes

/// How far a model is with something that it makes.
public struct TakeProgress: Hashable, Sendable {
  public let take: AskedTake
  /// `queued, 3 before it`, `running, 40 %`, `done`.
  public let state: String
}

extension Runtime {
  /// Has everything made that a recipe asks of voices and models and that is not recorded, and returns what it comes to then.
  ///
  /// A ticket is written before anything is asked; whoever calls this again after a crash or a stop goes on with it, and buys
  /// nothing twice. Blocks for as long as servers take: not for the cooperative pool.
  /// - Parameters:
  ///   - anew: Asks every model for a new take, also where there is one.
  ///   - isCancelled: Is asked often, on any thread. Servers go on with what was bought; the tickets stay open.
  /// - Throws: `.refused` before anything is asked if all of it together costs more than the budget has.
  public func generateNow(
    _ recipe: Recipe, params: [String: ParamValue] = [:], anew: Bool = false,
    progress: @escaping @Sendable (TakeProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(RepriseError) -> Composition {
    var runtime = self
    runtime.isOutline = true
    var made: Set<Digest> = []
    // A take may be as long as it likes, and a recipe may ask for others by it.
    for _ in 0..<Self.mostRounds {
      let outline = try runtime.evaluate(recipe, params: params)
      let wanted = outline.takes.filter { !made.contains($0.request.digest) && ($0.number == nil || anew && $0.isFilm) }
      guard !wanted.isEmpty else { return try evaluate(recipe, params: params) }
      let shop = TakeShop(runtime: self, shelf: outline.shelf, post: recipe.name, progress, isCancelled)
      do { try shop.buy(wanted) } catch { throw RepriseError(error) }
      made.formUnion(wanted.map(\.request.digest))
    }
    throw RepriseError(
      .recipe, code: "takes", came: "the recipe asks for something else each time it gets what it asked for",
      remedy: "let what it asks for not depend on what came")
  }

  private static var mostRounds: Int { 16 }

  /// The same, on threads of its own. Cancelling the task leaves the tickets open.
  public func generate(
    _ recipe: Recipe, params: [String: ParamValue] = [:], anew: Bool = false,
    progress: @escaping @Sendable (TakeProgress) -> Void = { _ in }
  ) async throws -> Composition {
    let stop = Flag()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(
            with: Result { () throws(RepriseError) in
              try generateNow(recipe, params: params, anew: anew, progress: progress) { stop.isRaised }
            })
        }
      }
    } onCancel: {
      stop.raise()
    }
  }
}

extension AskedTake {
  fileprivate var isFilm: Bool { request.kind == .video }
}
