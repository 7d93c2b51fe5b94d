internal import Media
internal import World

// All that acts on bodies from afar or all around: water, wind, springs, and the stiffness of what fell.

extension Play {
  func applyForces(at step: Int) {
    let time = Pulse.time(of: step).seconds
    let wind = scene.weather.gust(at: time, seed: scene.seed)
    for index in movers.indices where movers[index].isFree {
      if let water = scene.water { float(index, in: water, at: time) }
      if wind != .zero { blow(index, wind) }
      if case .figure = movers[index].role { stiffen(index) }
    }
    pullSprings()
  }

  private func blow(_ index: Int, _ wind: Vector) {
    guard let state = states[index], let body = movers[index].body, !wetness[index].isWet else { return }
    world.push(body, movers[index].drag(of: wind, state), at: state.pose.position)
  }

  /// Muscles and clothes brake limbs that go limp: a second takes nine tenths of a turn.
  private func stiffen(_ index: Int) {
    guard let state = states[index], let body = movers[index].body else { return }
    world.setVelocity(of: body, state.velocity, spin: state.spin * (1 - 2.3 * Pulse.seconds))
  }
}

extension Weather {
  /// The wind at a time, in m/s: it swells and sinks in some seconds.
  func gust(at time: Double, seed: UInt64) -> Vector {
    guard wind != .zero, gusts > 0 else { return wind }
    let start = Double(seed % 1000)
    let swell = 0.6 * Elementary.sin(time * 1.3 + start) + 0.4 * Elementary.sin(time * 3.1 + 2 * start)
    return wind * (1 + 0.5 * gusts * swell)
  }
}

extension Mover {
  /// In N·s for a step: ½ ρ c A v², with the air's 1.2 kg/m³ and c = 1; never more than would stop it against the wind.
  func drag(of wind: Vector, _ state: BodyState) -> Vector {
    let velocity = wind - state.velocity
    let strength = 0.5 * 1.2 * area * velocity.length * Pulse.seconds
    return velocity * (strength * mass / (strength + mass))
  }
}
