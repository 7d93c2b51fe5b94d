internal import Media
internal import World

/// Where a sole rests on the ground.
struct Print {
  /// Of the ball of the foot, at y = 0.
  var place: Vector
  var heading: Double
}

/// What a foot is to the ground: a ball that it rolls over, a heel behind, and the ankle above.
struct Sole {
  /// The height of the ball's centre when it rests.
  var radius: Double
  /// From the ball back to the heel, in metres.
  var heel: Double
  /// The ankle, from the ball's centre, of a foot that lies flat and looks along z.
  var ankle: Vector
}

/// A foot at a time.
struct Foot {
  /// The centre of the ball of the foot.
  var ball: Vector
  var heading: Double
  /// How far the heel is up, in radians; of raised toes below 0.
  var pitch: Double
  /// Of the toes alone.
  var toes: Double

  var rotation: Rotation { Rotation(yaw: heading, pitch: pitch, roll: 0) }

  func ankle(_ sole: Sole) -> Vector { ball + rotation(sole.ankle) }
}

/// A foot's way from one print to the next.
struct Swing {
  /// When the heel begins to rise, the toes leave, the heel comes down, and the sole lies flat.
  var rise: Double
  var lift: Double
  var land: Double
  var flat: Double
  var from: Print
  var to: Print
  var toeOff: Double
  var heelStrike: Double
  var clearance: Double
  /// How fast it comes down, in m/s.
  var impact = 0.6
  var path = Path.step

  enum Path {
    case step
    /// With the body through the air.
    case leap
    /// The ball's centre along a curve.
    case led(Track<Vector>)
  }
}

/// All that a foot does: prints, and swings between them. On the ground it does not move.
struct Footing {
  let sole: Sole
  let first: Print
  private(set) var swings: [Swing] = []

  init(_ sole: Sole, at print: Print) { (self.sole, first) = (sole, print) }

  var last: Print { swings.last?.to ?? first }
  /// Until when it is on its way.
  var busy: Double { swings.last?.flat ?? -1_000 }

  /// - Precondition: It begins when the one before is over.
  mutating func add(_ swing: Swing) {
    precondition(swing.rise >= busy && swing.rise <= swing.lift && swing.lift < swing.land && swing.land <= swing.flat)
    swings.append(swing)
  }

  /// - Parameter rise: How high the body is above its place at this time, for leaps.
  func foot(at time: Double, rise: Double = 0) -> Foot {
    guard let swing = swing(at: time) else { return standing(on: first) }
    switch time {
    case swing.flat...: return standing(on: swing.to)
    case swing.land...:
      let share = (time - swing.land) / (swing.flat - swing.land)
      return landed(swing.to, toes: swing.heelStrike * (1 - Ease.smooth(share)))
    case swing.lift...: return swinging(swing, at: time, rise: rise)
    default:
      let share = (time - swing.rise) / (swing.lift - swing.rise)
      var foot = standing(on: swing.from)
      foot.pitch = swing.toeOff * Ease.smooth(share)
      return foot
    }
  }

  /// Whether it touches the ground.
  func isDown(at time: Double) -> Bool {
    guard let swing = swing(at: time) else { return true }
    return time < swing.lift || time >= swing.land
  }

  private func swing(at time: Double) -> Swing? { swings.latest(at: time, \.rise) }

  private func standing(on print: Print) -> Foot {
    Foot(ball: print.place + Vector(0, sole.radius, 0), heading: print.heading, pitch: 0, toes: 0)
  }

  /// With the toes up, turned about the heel.
  private func landed(_ print: Print, toes: Double) -> Foot {
    var foot = standing(on: print)
    let ahead = Vector.ahead(print.heading) * sole.heel
    foot.ball += ahead * (Elementary.cos(toes) - 1) + Vector(0, sole.heel * Elementary.sin(toes), 0)
    (foot.pitch, foot.toes) = (-toes, -toes)
    return foot
  }

  private func swinging(_ swing: Swing, at time: Double, rise: Double) -> Foot {
    let u = (time - swing.lift) / (swing.land - swing.lift)
    let (start, end) = (standing(on: swing.from), landed(swing.to, toes: swing.heelStrike))
    let way = Ease.brisk(u)
    var ball = start.ball.mixed(with: end.ball, way)
    switch swing.path {
    case .step: ball.y += swing.clearance * Ease.arch(0.15 * u + 0.85 * u * (2 - u))
    case .leap: ball.y += max(0, rise) * leaving(swing, time) + swing.clearance * Ease.arch(u)
    case .led(let track): ball = track.value(at: time)
    }
    let heading = start.heading + (end.heading - start.heading) * way
    let pitch = swing.toeOff * (1 - Ease.smooth(u / 0.8)) - swing.heelStrike * Ease.smooth(u * 2 - 1)
    return Foot(ball: ball, heading: heading, pitch: pitch, toes: pitch * Ease.smooth(u / 0.4))
  }

  /// A foot that springs off does not take the body's speed at once: it unrolls.
  private func leaving(_ swing: Swing, _ time: Double) -> Double {
    let soon = min(0.09, (swing.land - swing.lift) / 3)
    return Ease.smooth((time - swing.lift) / soon) * Ease.smooth((swing.land - time) / soon)
  }
}
