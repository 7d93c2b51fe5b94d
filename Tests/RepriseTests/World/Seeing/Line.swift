/// The straight line nearest to points, by the least squares of what they differ along y.
struct Line {
  let slope: Double
  /// Where it is at x = 0.
  let start: Double

  init(through points: [(x: Double, y: Double)]) {
    let count = Double(points.count)
    let middle = (
      x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count
    )
    let spread = points.reduce(0) { $0 + ($1.x - middle.x) * ($1.x - middle.x) }
    slope = points.reduce(0) { $0 + ($1.x - middle.x) * ($1.y - middle.y) } / spread
    start = middle.y - slope * middle.x
  }
}

/// Whether a measured number is the one of the closed form, but for a part of it.
func near(_ measured: Double, _ closed: Double, within part: Double) -> Bool {
  abs(measured - closed) <= part * abs(closed)
}
