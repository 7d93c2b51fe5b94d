import Graph
import Media

/// A number that moves, as a recipe holds it: how far a transition has come, and what is computed of that.
struct Progress {
  let curve: Curve
  /// For how long it moves.
  let length: Time

  /// From 0 to 1.
  init(over length: Time, _ easing: Easing) {
    let keys = [(Time.zero, 0.0), (length, 1.0)].map { Curve.Keyframe(time: $0, value: $1, easing: easing) }
    self.init(.keyframes(keys), length)
  }

  private init(_ curve: Curve, _ length: Time) {
    (self.curve, self.length) = (curve, length)
  }

  enum Operator: String { case add = "__add", sub = "__sub", mul = "__mul", div = "__div", unm = "__unm" }

  /// One side of an operator.
  enum Operand {
    case number(Double)
    case progress(Progress)
  }

  /// Sums with numbers and multiples keep the keyframes; all else is taken at each frame.
  ///
  /// - Returns: Nil where one of the values is no finite number.
  static func compute(_ sign: Operator, _ a: Operand, _ b: Operand, rate: FrameRate) -> Progress? {
    let result: Progress =
      switch (sign, a, b) {
      case (.unm, .progress(let p), _): p.mapped { -$0 }
      case (.add, .progress(let p), .number(let n)), (.add, .number(let n), .progress(let p)): p.mapped { $0 + n }
      case (.sub, .progress(let p), .number(let n)): p.mapped { $0 - n }
      case (.sub, .number(let n), .progress(let p)): p.mapped { n - $0 }
      case (.mul, .progress(let p), .number(let n)), (.mul, .number(let n), .progress(let p)): p.mapped { $0 * n }
      case (.div, .progress(let p), .number(let n)): p.mapped { $0 / n }
      default: sampled(a, b, rate) { sign($0, $1) }
      }
    return result.curve.corners.allSatisfy(\.isFinite) ? result : nil
  }

  /// How many values it takes at most.
  static func sampleCount(_ a: Operand, _ b: Operand, rate: FrameRate) -> Int {
    Int(rate.frames(before: max(a.length, b.length))) + 1
  }

  /// - Parameter value: Takes straight lines to straight lines.
  private func mapped(_ value: (Double) -> Double) -> Progress {
    let moved: Curve =
      switch curve {
      case .constant(let constant): .constant(value(constant))
      case .keyframes(let keys):
        .keyframes(keys.map { Curve.Keyframe(time: $0.time, value: value($0.value), easing: $0.easing) })
      case .samples(let rate, let first, let values):
        .samples(rate: rate, first: first, values: values.map { Resolver.rounded(value($0)) })
      }
    return Progress(moved, length)
  }

  private static func sampled(
    _ a: Operand, _ b: Operand, _ rate: FrameRate, _ compute: (Double, Double) -> Double
  ) -> Progress {
    let values = (0..<sampleCount(a, b, rate: rate)).map { frame in
      let time = rate.time(ofFrame: Int64(frame))
      return Resolver.rounded(compute(a.value(at: time), b.value(at: time)))
    }
    return Progress(.samples(rate: rate, first: 0, values: values), max(a.length, b.length))
  }
}

extension Progress.Operator {
  fileprivate func callAsFunction(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .add: a + b
    case .sub: a - b
    case .mul: a * b
    case .div: a / b
    case .unm: -a
    }
  }
}

extension Progress.Operand {
  fileprivate var length: Time { if case .progress(let progress) = self { progress.length } else { .zero } }

  fileprivate func value(at time: Time) -> Double {
    switch self {
    case .number(let number): number
    case .progress(let progress): progress.curve.value(at: time)
    }
  }
}
