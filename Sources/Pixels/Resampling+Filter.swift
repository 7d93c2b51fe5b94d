import Media

extension Resampling {
  /// How far the filter reaches, in samples.
  var reach: Double {
    switch self {
    case .nearest: 0.5
    case .bilinear: 1
    case .bicubic: 2
    case .lanczos: 3
    }
  }

  /// The filter, before its weights are made to add up to one.
  func weight(_ x: Double) -> Double {
    switch self {
    // Half open, so that a target between two samples takes one of them.
    case .nearest: x > -0.5 && x <= 0.5 ? 1 : 0
    case .bilinear: max(0, 1 - abs(x))
    case .bicubic: Resampling.cubic(abs(x))
    case .lanczos: Resampling.lanczos(abs(x), lobes: 3)
    }
  }

  /// The same where only four neighbours are at hand.
  func weightOfFour(_ x: Double) -> Double { self == .lanczos ? Resampling.lanczos(abs(x), lobes: 2) : weight(x) }

  /// The Catmull-Rom cubic. Mitchell and Netravali, "Reconstruction Filters in Computer Graphics" (1988), with B = 0,
  /// C = 1/2.
  private static func cubic(_ x: Double) -> Double {
    if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
  }

  /// Duchon, "Lanczos Filtering in One and Two Dimensions" (1979).
  private static func lanczos(_ x: Double, lobes: Double) -> Double {
    guard x > 0 else { return 1 }
    guard x < lobes else { return 0 }
    return sinc(x) * sinc(x / lobes)
  }

  private static func sinc(_ x: Double) -> Double { Elementary.sin(.pi * x) / (.pi * x) }
}
