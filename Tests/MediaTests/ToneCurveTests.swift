import Claims
import Media
import Testing

@Suite struct ToneCurveTests {
  @Test func itGoesThroughItsPoints() {
    let points: [SIMD2<Double>] = [[0, 0.1], [0.25, 0.2], [0.5, 0.8], [0.51, 0.8], [1, 0.9]]
    let curve = ToneCurve(through: points)
    for point in points { #expect(abs(curve(point.x) - point.y) < 1e-12) }
  }

  @Test func twoPointsMakeALine() {
    let curve = ToneCurve(through: [[0.2, 1], [0.8, 0]])
    for x in stride(from: 0.2, through: 0.8, by: 0.01) { #expect(abs(curve(x) - (0.8 - x) / 0.6) < 1e-12) }
    #expect(curve(0) == 1 && curve(1) == 0)
  }

  /// The data of Fritsch and Carlson's paper, table 1 (RPN 14), whose curve must not dip below where it is flat.
  @Test func thePublishedExampleStaysFlatWhereItIs() {
    let xs = [7.99, 8.09, 8.19, 8.7, 9.2, 10, 12, 15, 20]
    let ys = [0, 2.76429e-5, 4.37498e-2, 0.169183, 0.469428, 0.943740, 0.998636, 0.999919, 0.999994]
    let curve = ToneCurve(through: zip(xs, ys).map { SIMD2(($0 - 7.99) / 12.01, $1) })
    var last = -1.0
    for step in 0...12_010 {
      let value = curve(Double(step) / 12_010)
      #expect(value >= last - 1e-15 && value <= 1)
      last = value
    }
  }

  /// Between two points lie only values between theirs, in order.
  @Test func itRisesAndFallsWithItsPoints() throws {
    try always(runs: 1000) { draws in
      draws.list(2...12) { SIMD2($0.real(0...1), $0.real(0...1)) }
    } holds: { points in
      var sorted: [SIMD2<Double>] = []
      for point in points.sorted(by: { $0.x < $1.x }) where sorted.last.map({ point.x > $0.x }) ?? true {
        sorted.append(point)
      }
      guard sorted.count > 1 else { return true }
      let curve = ToneCurve(through: sorted)
      return zip(sorted, sorted.dropFirst()).allSatisfy { a, b in
        let values = (0...20).map { curve(a.x + (b.x - a.x) * Double($0) / 20) }
        let isInside = values.allSatisfy { $0 >= min(a.y, b.y) - 1e-12 && $0 <= max(a.y, b.y) + 1e-12 }
        let isMonotone = zip(values, values.dropFirst()).allSatisfy { ($1 - $0) * (b.y - a.y) >= -1e-12 }
        return isInside && isMonotone
      }
    }
  }
}
