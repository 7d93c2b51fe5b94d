/// What becomes of a tone: a curve through points that rises where they rise and falls where they fall, and never swings
/// past one.
///
/// F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM Journal on Numerical Analysis 17 (1980).
/// Before the first point and after the last nothing changes any more.
package struct ToneCurve: Hashable, Sendable {
  /// From left to right; 0 is black and 1 white.
  package let points: [SIMD2<Double>]
  /// Of the curve at each point.
  private let slopes: [Double]

  /// - Precondition: there are at least two points, each to the right of the one before.
  package init(through points: [SIMD2<Double>]) {
    precondition(points.count > 1 && zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x }, "points go rightwards")
    self.points = points
    slopes = ToneCurve.slopes(points)
  }

  private static func slopes(_ points: [SIMD2<Double>]) -> [Double] {
    let chords = zip(points, points.dropFirst()).map { ($1.y - $0.y) / ($1.x - $0.x) }
    let means = zip(chords, chords.dropFirst()).map { $0 * $1 > 0 ? ($0 + $1) / 2 : 0 }
    var slopes = [chords[0]] + means + [chords[chords.count - 1]]
    for (index, chord) in chords.enumerated() {
      // Inside a circle of three times the chord's slope, a cubic is monotone.
      let length = (slopes[index] * slopes[index] + slopes[index + 1] * slopes[index + 1]).squareRoot()
      let most = 3 * abs(chord)
      guard length > most else { continue }
      slopes[index] *= most / length
      slopes[index + 1] *= most / length
    }
    return slopes
  }

  package func callAsFunction(_ x: Double) -> Double {
    guard let right = points.firstIndex(where: { $0.x > x }) else { return points[points.count - 1].y }
    guard right > 0 else { return points[0].y }
    let (a, b) = (points[right - 1], points[right])
    let width = b.x - a.x
    let t = (x - a.x) / width
    let (square, cube) = (t * t, t * t * t)
    return (2 * cube - 3 * square + 1) * a.y + (3 * square - 2 * cube) * b.y
      + ((cube - 2 * square + t) * slopes[right - 1] + (cube - square) * slopes[right]) * width
  }
}
