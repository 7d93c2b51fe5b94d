import Claims
import Graph
import Media
import Testing

private func time(_ seconds: Double) -> Time { Time(seconds: seconds) ?? .zero }

@Test func aKeyframedValueTravelsAndRestsOutside() throws {
  let curve = Curve.keyframes([
    .init(time: time(1), value: 10), .init(time: time(2), value: 20),
    .init(time: time(4), value: 0, easing: .steps(count: 2, jump: .end)),
  ])
  for (at, value) in [(-1.0, 10.0), (0, 10), (1, 10), (1.25, 12.5), (2, 20), (2.5, 20), (3.5, 10), (4, 0), (99, 0)] {
    #expect(curve.value(at: time(at)) == value)
  }
}

@Test func keyframesAtOneInstantJump() {
  let curve = Curve.keyframes([
    .init(time: .zero, value: 0), .init(time: time(1), value: 1), .init(time: time(1), value: 5),
    .init(time: time(2), value: 6),
  ])
  #expect(curve.value(at: time(1) - Time(flicks: 1)) < 1)
  #expect(curve.value(at: time(1)) == 5)
  #expect(curve.value(at: time(1.5)) == 5.5)
}

@Test func samplesAreHitOnEveryFrameAndJoinedByLines() throws {
  try always { draws in
    let rate = draws.one(of: [FrameRate.thirty, FrameRate(29.97), FrameRate(11), FrameRate(24)].compactMap(\.self))
    return (rate, draws.list(1...20) { $0.real(-5...5) }, draws.int(0...999))
  } holds: { rate, values, part in
    let curve = Curve.samples(rate: rate, first: 0, values: values)
    let between = values.indices.dropLast().allSatisfy { index in
      let (start, end) = (rate.time(ofFrame: Int64(index)), rate.time(ofFrame: Int64(index) + 1))
      let value = curve.value(at: start + Time(flicks: (end - start).flicks * Int64(part) / 1000))
      let wanted = values[index] + (values[index + 1] - values[index]) * Double(part) / 1000
      return abs(value - wanted) < 1e-5
    }
    let hits = values.enumerated().allSatisfy { curve.value(at: rate.time(ofFrame: Int64($0))) == $1 }
    return hits && between && curve.value(at: time(-1)) == values[0] && curve.value(at: time(1000)) == values.last
  }
}

@Test func aCurveThatRestsIsKnownToRest() {
  #expect(Curve.constant(3).isConstant)
  #expect(Curve.samples(rate: .thirty, first: 0, values: [2, 2, 2]).isConstant)
  #expect(!Curve.keyframes([.init(time: .zero, value: 0), .init(time: time(1), value: 1)]).isConstant)
}
