internal import Media
internal import World

// Soft things meet rigid ones mass by mass, and give back what they take.

extension Play {
  func moveSheets(at step: Int) {
    guard !sheets.isEmpty else { return }
    let time = Pulse.time(of: step).seconds
    let wind = scene.weather.gust(at: time, seed: scene.seed)
    for index in sheets.indices {
      var meeting = SheetMeeting(
        obstacles: obstacles(near: sheets[index]), floor: scene.water == nil ? 0 : -1e9,
        thickness: sheets[index].thickness,
        friction: sheets[index].friction)
      sheets[index].advance(gravity: scene.gravity, wind: wind) { meeting.move(&$0, from: $1, lightness: $2) }
      for obstacle in meeting.obstacles where obstacle.impulse != .zero {
        push(obstacle)
      }
    }
  }

  private func push(_ obstacle: Obstacle) {
    guard let body = movers[obstacle.mover].body, movers[obstacle.mover].isFree else { return }
    world.push(body, obstacle.impulse, at: states[obstacle.mover]?.pose.position ?? .zero, turn: obstacle.turn)
  }

  private func obstacles(near sheet: SoftBody) -> [Obstacle] {
    var (low, high) = (sheet.places[0], sheet.places[0])
    for place in sheet.places {
      low = pointwiseMin(low, place)
      high = pointwiseMax(high, place)
    }
    return movers.indices.flatMap { index -> [Obstacle] in
      let mover = movers[index]
      let margin = Vector(repeating: mover.extent + 0.1)
      let center = mover.center
      guard mover.body != nil, pointwiseMax(low - margin, center) == center,
        pointwiseMin(high + margin, center) == center
      else { return [] }
      return mover.outline.map { part in
        Obstacle(
          mover: index, solid: part.solid, pose: mover.pose * part.pose, center: center,
          state: states[index], lightness: mover.isFree ? 1 / mover.mass : 0,
          friction: mover.friction ?? part.material.substance.friction)
      }
    }
  }
}

/// A rigid part that something soft may meet, and what it takes from that.
struct Obstacle {
  let mover: Int
  let solid: Solid
  let pose: Pose
  let inward: Pose
  let center: Vector
  let state: BodyState?
  let lightness: Double
  let friction: Double
  var impulse = Vector.zero
  var turn = Vector.zero

  init(
    mover: Int, solid: Solid, pose: Pose, center: Vector, state: BodyState?, lightness: Double, friction: Double
  ) {
    (self.mover, self.solid, self.pose, self.center, self.state) = (mover, solid, pose, center, state)
    (self.lightness, self.friction, inward) = (lightness, friction, pose.inverse)
  }
}

struct SheetMeeting {
  var obstacles: [Obstacle]
  let floor: Double
  let thickness: Double
  let friction: Double

  /// Puts a mass outside of all that it is in.
  mutating func move(_ place: inout Vector, from before: Vector, lightness: Double) {
    if place.y < floor + thickness {
      place = slowed(place, before, out: .up, by: floor + thickness - place.y, grip: friction, carried: .zero)
    }
    for index in obstacles.indices {
      let obstacle = obstacles[index]
      let (distance, out) = obstacle.solid.distance(to: obstacle.inward(place))
      guard distance < thickness else { continue }
      // Both give way by how light they are.
      let share = lightness / (lightness + obstacle.lightness)
      let way = obstacle.pose.rotation(out)
      let carried = (obstacle.state?.velocity(at: place) ?? .zero) * Pulse.seconds
      let grip = (friction * obstacle.friction).squareRoot()
      let moved = slowed(
        place, before, out: way, by: min(thickness - distance, 0.05) * share, grip: grip, carried: carried)
      let impulse = (place - moved) / (lightness * Pulse.seconds)
      obstacles[index].impulse += impulse
      obstacles[index].turn += (moved - obstacle.center).cross(impulse)
      place = moved
    }
  }

  /// Moved out, and held back along the surface by at most the grip times that (Coulomb).
  private func slowed(
    _ place: Vector, _ before: Vector, out: Vector, by depth: Double, grip: Double, carried: Vector
  ) -> Vector {
    let way = place - before - carried
    let slip = way - out * way.dot(out)
    let length = slip.length
    let held = length > 0 ? slip * (min(grip * depth, length) / length) : .zero
    return place + out * depth - held
  }
}
