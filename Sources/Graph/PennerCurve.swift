import Media

/// Robert Penner's easing curves, each as it accelerates from rest ("in").
package enum PennerCurve: String, Hashable, Sendable, CaseIterable {
  case sine, quad, cubic, quart, quint, expo, circ, back, elastic, bounce

  /// Penner's overshoot: the curve goes back by a tenth of the way.
  private static let overshoot = 1.70158

  func accelerate(_ x: Double) -> Double {
    switch self {
    case .sine: 1 - Elementary.cos(x * .pi / 2)
    case .quad: x * x
    case .cubic: x * x * x
    case .quart: x * x * x * x
    case .quint: x * x * x * x * x
    case .expo: x == 0 ? 0 : Elementary.exp2(10 * x - 10)
    case .circ: 1 - (1 - x * x).squareRoot()
    case .back: (PennerCurve.overshoot + 1) * x * x * x - PennerCurve.overshoot * x * x
    case .elastic: PennerCurve.elastic(x, period: 3)
    case .bounce: 1 - PennerCurve.settle(1 - x)
    }
  }

  /// A spring that swings `10 / period` times while its reach doubles ten times.
  static func elastic(_ x: Double, period: Double) -> Double {
    guard x > 0, x < 1 else { return x }
    return -Elementary.exp2(10 * x - 10) * Elementary.sin((x * 10 - 10.75) * 2 * .pi / period)
  }

  /// A ball that comes to rest: four parabolas, each a quarter as high as the one before.
  private static func settle(_ x: Double) -> Double {
    let (n, d) = (7.5625, 2.75)
    switch x {
    case ..<(1 / d): return n * x * x
    case ..<(2 / d): return n * (x - 1.5 / d) * (x - 1.5 / d) + 0.75
    case ..<(2.5 / d): return n * (x - 2.25 / d) * (x - 2.25 / d) + 0.9375
    default: return n * (x - 2.625 / d) * (x - 2.625 / d) + 0.984375
    }
  }

  /// Both ends at once. Back and elastic have constants of their own there, as Penner gives them.
  func accelerateAndBrake(_ x: Double) -> Double {
    let isFirstHalf = x < 0.5
    let y = isFirstHalf ? 2 * x : 2 - 2 * x
    let half: Double
    switch self {
    case .back:
      let overshoot = PennerCurve.overshoot * 1.525
      half = y * y * ((overshoot + 1) * y - overshoot) / 2
    case .elastic where x > 0 && x < 1:
      half = -Elementary.exp2(10 * y - 10) * Elementary.sin((y * 10 - 11.125) * 2 * .pi / 4.5) / 2
    default: half = accelerate(y) / 2
    }
    return isFirstHalf ? half : 1 - half
  }
}

/// Which end of the way a Penner curve bends.
package enum PennerDirection: String, Hashable, Sendable, CaseIterable {
  case `in`, out, inOut

  func apply(_ curve: PennerCurve, at x: Double) -> Double {
    switch self {
    case .in: curve.accelerate(x)
    case .out: 1 - curve.accelerate(1 - x)
    case .inOut: curve.accelerateAndBrake(x)
    }
  }
}
