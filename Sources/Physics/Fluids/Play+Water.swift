internal import Media
internal import World

// What is under water is lifted by the weight of what it displaces, and slowed.

extension Play {
  func float(_ index: Int, in water: Water, at time: Double) {
    guard let state = states[index], let body = movers[index].body, movers[index].isFree else { return }
    let mover = movers[index]
    let bath = bath(of: index, state, in: water, at: time)
    noteSurface(index, bath, state, water, at: time)
    guard bath.volume > 0 else { return }
    let (lift, drag) = (bath.lift(water, scene.gravity), bath.drag(water, state, mass: mover.mass))
    world.push(body, lift * Pulse.seconds, at: bath.center)
    world.push(body, drag, at: bath.center, turn: bath.brake(water, state, mover))
  }

  private func bath(of index: Int, _ state: BodyState, in water: Water, at time: Double) -> Bath {
    var bath = Bath()
    let place = SIMD2(state.pose.position.x, state.pose.position.z)
    guard water.covers(place) else { return bath }
    bath.surface = water.level + water.wave(at: place, time: time)
    guard state.pose.position.y < bath.surface + movers[index].extent else { return bath }
    if wetness[index].parts.isEmpty {
      wetness[index].parts = movers[index].parts.map { $0.isSolid ? Tetrahedra($0.solid) : nil }
    }
    for (part, tetrahedra) in zip(movers[index].parts, wetness[index].parts) {
      guard let tetrahedra else { continue }
      bath.add(tetrahedra.submerged(at: movers[index].pose * part.pose, under: bath.surface))
    }
    return bath
  }

  /// Splashes when something comes in, and rings while it bobs.
  private func noteSurface(_ index: Int, _ bath: Bath, _ state: BodyState, _ water: Water, at time: Double) {
    let wasWet = wetness[index].isWet || time - wetness[index].lastWet < 0.1
    wetness[index].isWet = bath.volume > 0
    guard bath.volume > 0 else { return }
    if wetness[index].isWet { wetness[index].lastWet = time }
    let speed = state.velocity.length
    let place = Vector(bath.center.x, bath.surface, bath.center.z)
    if !wasWet, speed > 0.3, time > 0 {
      splash(index, speed, place, water, at: time)
    } else if speed > 0.12, time - wetness[index].lastRing > 0.3, isAtSurface(index, bath) {
      wetness[index].lastRing = time
      spray.ripple(at: time, place: place, height: min(0.05 * speed * movers[index].size, 0.05))
    }
  }

  private func isAtSurface(_ index: Int, _ bath: Bath) -> Bool {
    bath.volume < 0.98 * movers[index].volume
  }

  private func splash(_ index: Int, _ speed: Double, _ place: Vector, _ water: Water, at time: Double) {
    let mover = movers[index]
    wetness[index].lastRing = time
    spray.splash(at: time, place: place, speed: min(speed, 12), size: min(mover.size, 1.5), seed: scene.seed)
    guard let body = mover.body, let when = Time(seconds: time) else { return }
    let impulse = min(mover.mass, water.density * mover.volume) * speed
    log.note(
      Contact(
        at: when, .splash, place: place, impulse: impulse, speed: speed, mover.name, "water",
        sounds: (owners[body].sound(of: 0), "water"), size: mover.size))
  }
}

/// What of a body is under water.
struct Bath {
  var surface = 0.0
  private(set) var volume = 0.0
  private var moment = Vector.zero

  var center: Vector { volume > 0 ? moment / volume : .zero }

  mutating func add(_ part: (volume: Double, center: Vector)) {
    volume += part.volume
    moment += part.center * part.volume
  }

  /// In N: Archimedes.
  func lift(_ water: Water, _ gravity: Vector) -> Vector { gravity * (-water.density * volume) }

  /// In N·s for a step: ½ ρ c A v², with c A that of a ball of this volume and c = 0.5, and the waves that it makes.
  func drag(_ water: Water, _ state: BodyState, mass: Double) -> Vector {
    let velocity = state.velocity(at: center)
    let side = Double.cubeRoot(volume)
    let squared = 0.5 * water.density * 0.5 * 1.2 * side * side * velocity.length
    let linear = 1.2 * water.density * volume
    return velocity * -held((squared + linear) * Pulse.seconds, mass)
  }

  /// In N·m·s for a step.
  func brake(_ water: Water, _ state: BodyState, _ mover: Mover) -> Vector {
    let turn = state.pose.rotation
    let spin = turn.inverse(state.spin)
    let side = Double.cubeRoot(volume)
    let strength = water.density * volume * side * side * (0.8 + 0.2 * state.spin.length) * Pulse.seconds
    let braked = mover.inertia
    return turn(
      Vector(-held(strength, braked.x) * spin.x, -held(strength, braked.y) * spin.y, -held(strength, braked.z) * spin.z)
    )
  }

  /// No brake takes more than a part of what there is in a step, so that none turns it round.
  private func held(_ strength: Double, _ whole: Double) -> Double { strength * whole / (strength + whole) }
}
