import Graph
import Media
import Worker

/// Functions of time: sampled once for each frame that remains, and no Lua afterwards.
extension Resolver {
  /// The curves that a clip's functions give. Each function is called once for each frame, and they take turns in the
  /// order of the parameters' names: one that keeps count, or draws lots, gives the same whatever runs it.
  mutating func curves(_ draft: Draft, over duration: Time) throws -> [String: Setting] {
    var samples: [FunctionReference: [[Double]]] = [:]
    var curves: [String: Setting] = [:]
    for (name, function) in draft.functions.sorted(by: { $0.key < $1.key }) {
      let values = try samples[function.reference] ?? values(of: function, over: duration, draft)
      samples[function.reference] = values
      curves[name] = try curve(values, function, named: name, of: draft)
    }
    return curves
  }

  private mutating func values(of function: MovingFunction, over duration: Time, _ draft: Draft) throws -> [[Double]] {
    let count = Int(canvas.frameRate.frames(before: duration)) + 1
    sampleCount += count
    guard sampleCount <= limits.samples else {
      throw RecipeError(
        .limit, "functions of time have more than \(limits.samples) values", remedy: "use keyframes, or a shorter clip",
        operation: draft.kind.rawValue, place: draft.place)
    }
    guard !function.evaluation.isOver else {
      throw RecipeError(
        .runtime, "its function of time ended with the recipe that it came from",
        remedy: "take no clip from a remix that failed", operation: draft.kind.rawValue, place: draft.place)
    }
    do {
      return try sample(function, count)
    } catch EvaluationError.runtime(let error) where error.place.line == 0 {
      // What the function gave, rather than something that it did: the place is where it was given.
      throw RecipeError(.wrongType, error.message, operation: draft.kind.rawValue, place: draft.place)
    }
  }

  private func curve(_ samples: [[Double]], _ function: MovingFunction, named name: String, of draft: Draft)
    throws(RecipeError) -> Setting
  {
    let values = try samples.map { components throws(RecipeError) in
      guard function.component < components.count else {
        throw RecipeError(
          .wrongType, "the function for \(name) gave \(components.count) number", wanted: "\(function.component + 1)",
          remedy: "return x, y", operation: draft.kind.rawValue, place: draft.place)
      }
      return Resolver.settled(components[function.component], in: function.range)
    }
    let curve = Curve.samples(rate: canvas.frameRate, first: 0, values: values)
    return curve.isConstant ? .number(values[0]) : .curve(curve)
  }

  /// Held inside the parameter's range, and rounded to nine decimals: the stated precision of values in a graph.
  static func settled(_ value: Double, in range: ClosedRange<Double>) -> Double {
    rounded(min(max(value, range.lowerBound), range.upperBound))
  }

  static func rounded(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
}
