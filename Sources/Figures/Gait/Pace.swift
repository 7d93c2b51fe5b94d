/// How far something has come along its way: speeding up, steady, slowing down, each smoothly.
struct Pace {
  var entry = 0.0
  var cruise: Double
  var exit = 0.0
  /// In seconds.
  var up: Double
  var hold: Double
  var down: Double

  var duration: Double { up + hold + down }
  var distance: Double { (entry + cruise) / 2 * up + cruise * hold + (cruise + exit) / 2 * down }

  /// A way of some metres, with a cruising speed that is at most what is asked for.
  ///
  /// - Precondition: `distance >= 0`, `speed > 0`, `ramp > 0`.
  init(distance: Double, speed: Double, ramp: Double, exit: Double = 0) {
    let ramp = min(ramp, 0.3 + 0.6 * distance / speed)
    (up, down, self.exit) = (ramp, ramp, exit)
    cruise = min(speed, max(distance / ramp - exit / 2, 0))
    hold = cruise > 0 ? max(0, (distance - cruise * ramp - exit * ramp / 2) / cruise) : 0
  }

  init(entry: Double = 0, cruise: Double, exit: Double = 0, up: Double, hold: Double, down: Double) {
    (self.entry, self.cruise, self.exit) = (entry, cruise, exit)
    (self.up, self.hold, self.down) = (up, hold, down)
  }

  /// The same for so many seconds, from one place to another at rest.
  static func still(_ seconds: Double) -> Pace { Pace(cruise: 0, up: seconds, hold: 0, down: 0) }

  func travelled(_ time: Double) -> Double {
    let time = time.held(0...duration)
    if time < up { return Pace.change(time, of: up, entry, cruise) }
    let steady = (entry + cruise) / 2 * up + cruise * min(time - up, hold)
    return time < up + hold ? steady : steady + Pace.change(time - up - hold, of: down, cruise, exit)
  }

  func speed(_ time: Double) -> Double {
    if time < up { return entry + (cruise - entry) * Ease.smooth(time / max(up, 1e-9)) }
    guard time > up + hold else { return cruise }
    return cruise + (exit - cruise) * Ease.smooth((time - up - hold) / max(down, 1e-9))
  }

  /// The way while speed goes from one to another as `Ease.smooth` does: its integral is u³ − u⁴ / 2.
  private static func change(_ time: Double, of length: Double, _ from: Double, _ to: Double) -> Double {
    guard length > 0 else { return 0 }
    let u = time / length
    return from * time + (to - from) * length * u * u * u * (1 - u / 2)
  }
}
