internal import Media
internal import World

/// A stretch of a figure's way over the ground: a turn, and a straight line.
struct Stretch {
  var start: Double
  var from: Vector
  var to: Vector
  var headings: (from: Double, to: Double)
  /// How long it turns, and when it sets off, after the start.
  var turning: Double
  var delay: Double
  var pace: Pace
  /// Nil: its feet do not step.
  var gait: Gait?
  /// How many strides there are in it.
  var strides = 0

  var duration: Double { max(turning, delay + pace.duration) }
  var end: Double { start + duration }

  func place(at time: Double) -> Vector {
    let distance = pace.distance
    guard distance > 1e-9 else { return from }
    return from.mixed(with: to, pace.travelled(time - start - delay) / distance)
  }

  func heading(at time: Double) -> Double {
    let share = turning > 0 ? Ease.gentle((time - start) / turning) : 1
    return headings.from + (headings.to - headings.from) * share
  }

  func speed(at time: Double) -> Double { pace.speed(time - start - delay) }

  /// In seconds.
  var period: Double { strides > 0 ? duration / Double(strides) : 1 }

  /// Strides since the start.
  func phase(at time: Double) -> Double { (time - start) / period }

  /// 0 at both ends, 1 where the gait is under way.
  func vigour(at time: Double) -> Double {
    guard strides > 0, time > start, time < end else { return 0 }
    return Ease.envelope(time, start...end, rise: period * 0.6, fall: period * 0.6)
  }
}

extension Stretch {
  /// To a place, facing the way.
  init(
    at start: Double, from: Vector, heading: Double, to: Vector, speed: Double, exit: Double = 0,
    gait: (Double) -> Gait
  ) {
    let way = to - from
    let turn = way.length > 0.01 ? (way.heading - heading).turned : 0
    let steady = gait(speed)
    (self.start, self.from, self.to) = (start, from, to)
    headings = (heading, heading + turn)
    turning = 0.3 + abs(turn) * 0.3
    delay = turning * 0.6 * Ease.smooth(abs(turn) / 2)
    pace = Pace(distance: way.length, speed: speed, ramp: max(0.5, steady.period * 0.75), exit: exit)
    let gait = gait(pace.cruise)
    self.gait = gait
    strides = max(1, Int((duration / gait.period).rounded()))
  }

  /// On the spot.
  init(at start: Double, from: Vector, heading: Double, turn: Double, gait: Gait) {
    (self.start, self.from, to, delay) = (start, from, from, 0)
    headings = (heading, heading + turn)
    strides = max(1, Int((abs(turn) / (gait.manner == .quadruped ? 0.7 : 1.3)).rounded()))
    turning = Double(strides) * gait.period * 0.8
    (pace, self.gait) = (.still(turning), gait)
  }
}
