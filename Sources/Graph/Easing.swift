/// How a value travels from one keyframe to the next, by its CSS or Penner name.
package enum Easing: Hashable, Sendable {
  case linear
  case cubicBezier(CubicBezier)
  case steps(count: Int, jump: StepJump)
  case stops([LinearStop])
  case penner(PennerCurve, PennerDirection)

  /// Where a flight of steps jumps (CSS Easing Functions Level 1, section 2.3).
  package enum StepJump: String, Hashable, Sendable, CaseIterable {
    case start = "jump-start"
    case end = "jump-end"
    case none = "jump-none"
    case both = "jump-both"
  }

  /// One stop of CSS `linear()`: `output` at `input`.
  package struct LinearStop: Hashable, Sendable {
    package var output: Double
    package var input: Double
  }

  /// How far an easing may swing, so that what it moves stays a number that can be drawn.
  static let reach = 1e6

  /// The eased progress.
  ///
  /// - Parameter progress: How much of the way's time has gone, 0 to 1; held inside.
  /// - Returns: How much of the way is done; may leave 0 to 1 (back, elastic), and stays inside ±`reach`.
  package func callAsFunction(_ progress: Double) -> Double {
    let x = min(max(progress, 0), 1)
    switch self {
    case .linear: return x
    case .cubicBezier(let curve): return curve.y(at: x)
    case .steps(let count, let jump): return Easing.step(x, count: count, jump: jump)
    case .stops(let stops): return Easing.between(stops, at: x)
    case .penner(let curve, let direction): return direction.apply(curve, at: x)
    }
  }

  /// CSS Easing Functions Level 1, section 2.3.1, for progress inside 0 to 1.
  private static func step(_ x: Double, count: Int, jump: StepJump) -> Double {
    var step = (x * Double(count)).rounded(.down)
    if jump == .start || jump == .both { step += 1 }
    let jumps: Int
    switch jump {
    case .start, .end: jumps = count
    case .none: jumps = count - 1
    case .both: jumps = count + 1
    }
    return min(step, Double(jumps)) / Double(jumps)
  }

  /// CSS Easing Functions Level 2, section 2.2: piecewise linear, with the outer pieces continued.
  private static func between(_ stops: [LinearStop], at x: Double) -> Double {
    let upper = stops.dropLast().lastIndex { $0.input <= x } ?? 0
    let (a, b) = (stops[upper], stops[min(upper + 1, stops.count - 1)])
    guard b.input > a.input else { return b.output }
    let output = a.output + (b.output - a.output) * (x - a.input) / (b.input - a.input)
    return min(max(output, -reach), reach)
  }
}
