package import Media

/// The way of something whose speed is a curve: the curve's integral from 0 on. It says which instant of a clip shows
/// when, and when the clip ends.
///
/// A curve is taken as straight lines, 256 of them where it is eased from one keyframe to the next. Over each the way is a
/// parabola, in closed form: nothing adds up from frame to frame. Plain arithmetic in a fixed order, on flicks that a
/// double holds exactly, so every machine has the same way.
package struct Travel: Hashable, Sendable {
  /// A straight line of the curve: times and ways in flicks.
  private struct Stretch: Hashable {
    var start: Double
    /// The way until then.
    var way: Double
    var speed: Double
    /// Of the speed, for each flick.
    var change: Double
  }

  private let stretches: [Stretch]
  /// The highest speed.
  package let fastest: Double
  /// The lowest.
  package let slowest: Double

  /// Speeds that can be asked for. What swings out of them, as easings may, is held.
  package static let speeds = 0.01...100.0
  /// Straight lines for an eased way.
  private static let lines: Int64 = 256

  package init(_ speed: Curve) {
    var stretches: [Stretch] = []
    var way = 0.0
    let knots = Travel.knots(of: speed)
    for (knot, next) in zip(knots, knots.dropFirst()) {
      let length = Double((next.time - knot.time).flicks)
      let change = (next.speed - knot.speed) / length
      stretches.append(Stretch(start: Double(knot.time.flicks), way: way, speed: knot.speed, change: change))
      way += length * (knot.speed + next.speed) / 2
    }
    let last = knots[knots.count - 1]
    stretches.append(Stretch(start: Double(last.time.flicks), way: way, speed: last.speed, change: 0))
    self.stretches = stretches
    fastest = knots.map(\.speed).max() ?? 1
    slowest = knots.map(\.speed).min() ?? 1
  }

  package var isEven: Bool { stretches.count == 1 }

  /// How far it has come, in flicks.
  package func position(at time: Time) -> Double {
    let stretch = stretch(at: time)
    let passed = Double(time.flicks) - stretch.start
    return stretch.way + passed * (stretch.speed + stretch.change * passed / 2)
  }

  /// The same to the nearest flick: the instant of the clip that shows.
  package func instant(at time: Time) -> Time { Time(flicksNear: position(at: time)) }

  package func speed(at time: Time) -> Double {
    let stretch = stretch(at: time)
    return stretch.speed + stretch.change * (Double(time.flicks) - stretch.start)
  }

  /// When it comes to an instant of the clip, to the nearest flick.
  package func time(reaching instant: Time) -> Time {
    guard !isEven else { return instant.scaled(by: 1 / stretches[0].speed) }
    let way = Double(instant.flicks)
    let stretch = stretches[max(0, stretches.partitioningIndex { $0.way > way } - 1)]
    let rest = way - stretch.way
    // The root of speed · t + change · t² / 2 = rest, in the form that loses no digits where change is small.
    let root = max(0, stretch.speed * stretch.speed + 2 * stretch.change * rest).squareRoot()
    return Time(flicksNear: stretch.start + 2 * rest / (stretch.speed + root))
  }

  private func stretch(at time: Time) -> Stretch {
    stretches[max(0, stretches.partitioningIndex { $0.start > Double(time.flicks) } - 1)]
  }

  // MARK: Straight lines

  private typealias Knot = (time: Time, speed: Double)

  /// Where the lines meet, in order, the first at 0.
  private static func knots(of curve: Curve) -> [Knot] {
    let times =
      switch curve {
      case .constant: [Time]()
      case .keyframes(let keys): self.times(of: keys)
      case .samples(let rate, let first, let values): values.indices.map { rate.time(ofFrame: first + Int64($0)) }
      }
    var knots: [Knot] = [(.zero, held(curve.value(at: .zero)))]
    for time in times where time > knots[knots.count - 1].time { knots.append((time, held(curve.value(at: time)))) }
    return knots
  }

  private static func times(of keys: [Curve.Keyframe]) -> [Time] {
    zip(keys, keys.dropFirst()).reduce(into: [keys[0].time]) { times, pair in
      let (a, b) = pair
      let count = b.easing == .linear ? 1 : lines
      let length = b.time - a.time
      times += (1...count).map { a.time + Time(flicks: length.flicks.scaled(by: $0, over: count, rounding: .down)) }
    }
  }

  private static func held(_ speed: Double) -> Double { min(max(speed, speeds.lowerBound), speeds.upperBound) }
}

extension Time {
  /// The nearest flick inside ±`limit`.
  fileprivate init(flicksNear flicks: Double) {
    let bound = Double(Time.limit.flicks)
    self.init(flicks: Int64(min(max(flicks.rounded(), -bound), bound)))
  }
}
