package import Media

/// A number that may move: constant, travelling between keyframes, or sampled from a function of time.
package enum Curve: Hashable, Sendable {
  case constant(Double)
  /// In order of time, at least one; before the first and after the last the value rests.
  case keyframes([Keyframe])
  /// One value for each frame of a clock, with straight lines between; before the first and after the last it rests.
  case samples(rate: FrameRate, first: Int64, values: [Double])

  package struct Keyframe: Hashable, Sendable {
    package var time: Time
    package var value: Double
    /// How the value comes here from the keyframe before.
    package var easing: Easing

    package init(time: Time, value: Double, easing: Easing = .linear) {
      (self.time, self.value, self.easing) = (time, value, easing)
    }
  }

  /// The value at an instant of the clip's own clock. The same bits on every machine.
  package func value(at time: Time) -> Double {
    switch self {
    case .constant(let value): value
    case .keyframes(let keys): Curve.value(of: keys, at: time)
    case .samples(let rate, let first, let values): Curve.value(of: values, first: first, rate: rate, at: time)
    }
  }

  private static func value(of keys: [Keyframe], at time: Time) -> Double {
    let next = keys.partitioningIndex { $0.time > time }
    guard next > 0 else { return keys[0].value }
    guard next < keys.count else { return keys[next - 1].value }
    let (a, b) = (keys[next - 1], keys[next])
    let progress = Double((time - a.time).flicks) / Double((b.time - a.time).flicks)
    return a.value + (b.value - a.value) * b.easing(progress)
  }

  private static func value(of values: [Double], first: Int64, rate: FrameRate, at time: Time) -> Double {
    let frame = rate.frame(at: time)
    let index = frame - first
    guard index >= 0 else { return values[0] }
    guard index + 1 < values.count else { return values[values.count - 1] }
    let start = rate.time(ofFrame: frame)
    guard time > start else { return values[Int(index)] }
    let progress = Double((time - start).flicks) / Double(rate.frameDuration.flicks)
    return values[Int(index)] + (values[Int(index) + 1] - values[Int(index)]) * progress
  }

  /// Every value that the curve can be asked to stop at; easings may swing past them.
  package var corners: [Double] {
    switch self {
    case .constant(let value): [value]
    case .keyframes(let keys): keys.map(\.value)
    case .samples(_, _, let values): values
    }
  }

  package var isConstant: Bool {
    corners.allSatisfy { $0 == corners[0] }
  }
}
