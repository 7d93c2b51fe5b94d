import Claims
import Graph
import Media
import Testing

private func seconds(_ seconds: Double) -> Time { Time(seconds: seconds) ?? .zero }

private func keys(_ points: [(Double, Double)], _ easing: Easing = .linear) -> Curve {
  .keyframes(points.map { Curve.Keyframe(time: seconds($0), value: $1, easing: easing) })
}

@Test func theWayOfARampIsItsParabola() {
  let travel = Travel(keys([(0, 1), (2, 0.25)]))
  for index in 0...1000 {
    let t = Double(index) / 250
    let way = t < 2 ? t - 0.1875 * t * t : 1.25 + (t - 2) * 0.25
    #expect(abs(travel.instant(at: seconds(t)).flicks - seconds(way).flicks) <= 1, "\(t)")
  }
  #expect(travel.time(reaching: seconds(1.25)) == seconds(2))
  #expect(travel.time(reaching: seconds(2.25)) == seconds(6))
}

@Test func beforeTheFirstKeyframeAndAfterTheLastTheSpeedRests() {
  let travel = Travel(keys([(1, 2), (2, 4)]))
  #expect([0.5, 1, 2, 3].map { travel.instant(at: seconds($0)) } == [1, 2, 5, 9].map(seconds))
  let late = Travel(keys([(-1, 1), (1, 3)]))
  #expect(late.instant(at: seconds(1)) == seconds(2.5))
}

@Test(arguments: ["ease-in-out", "inCubic", "outBack", "inOutSine", "outBounce", "cubic-bezier(0.1, 0.9, 0.2, 1)"])
func theWayOfAnEasedRampIsItsIntegral(name: String) throws {
  let curve = keys([(0, 1), (3, 0.25)], try #require(Easing(name)))
  let travel = Travel(curve)
  // Trapezoids of a thousandth of a frame.
  let step = 1.0 / 30_000
  var sum = 0.0
  for index in 0..<90_000 {
    let (a, b) = (curve.value(at: seconds(Double(index) * step)), curve.value(at: seconds(Double(index + 1) * step)))
    sum += (a + b) / 2 * step
    guard index % 3000 == 2999 else { continue }
    let end = seconds(Double(index + 1) * step)
    #expect(abs(travel.instant(at: end).seconds - sum) < 2e-4, "\(end)")
  }
}

@Test func theWayOfSamplesIsTheirTrapezoids() {
  let values = [1, 3, 0.5, 0.5, 2]
  let travel = Travel(.samples(rate: .thirty, first: 0, values: values))
  var way = 0.0
  for index in 0..<4 {
    way += (values[index] + values[index + 1]) / 60
    #expect(abs(travel.instant(at: FrameRate.thirty.time(ofFrame: Int64(index + 1))).seconds - way) < 1e-8)
  }
}

@Test func aConstantSpeedScalesAsItAlwaysDid() throws {
  try always(runs: 1000) {
    (Time(flicks: Int64($0.int(0...1_000_000_000_000))), $0.real(0.01...100))
  } holds: { time, factor in
    let travel = Travel(.constant(factor))
    return travel.instant(at: time) == time.scaled(by: factor)
      && travel.time(reaching: time) == time.scaled(by: 1 / factor)
  }
}

extension Draws {
  fileprivate mutating func ramp() -> Curve {
    let easing = one(of: ["linear", "inOutSine", "outBack", "outElastic", "steps(3)"].compactMap { Easing($0) })
    let times = list(2...5) { $0.real(0...4) }.sorted()
    return keys(times.map { ($0, real(0.01...3)) }, easing)
  }
}

@Test func timeAndWayLeadBackToEachOther() throws {
  try always(runs: 500) {
    ($0.ramp(), Time(flicks: Int64($0.int(0...4_000_000_000))))
  } holds: { curve, time in
    let travel = Travel(curve)
    // A flick of the way is a hundred of time where it is slowest.
    return abs((travel.time(reaching: travel.instant(at: time)) - time).flicks) <= 120
  }
}

@Test func timeNeverRunsBackwards() throws {
  try always(runs: 500) {
    ($0.ramp(), $0.list(2...20) { Time(flicks: Int64($0.int(0...4_000_000_000))) }.sorted())
  } holds: { curve, times in
    let travel = Travel(curve)
    let ways = times.map { travel.instant(at: $0) }
    return ways == ways.sorted()
  }
}
