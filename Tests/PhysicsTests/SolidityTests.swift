import Claims
import Media
import Testing
import World

@testable import Physics

/// What must hold whatever happens.
@Suite struct SolidityTests {
  private struct Shot: Sendable {
    var start: Vector
    var velocity: Vector
    var radius: Double
    var wall: Double
    var solid: Int
  }

  @Test func nothingPassesThroughAThinWall() throws {
    try always(runs: 25) { draws in
      let goal = Vector(2, draws.real(0.5...1.5), draws.real(-0.5...0.5))
      let start = Vector(0, draws.real(0.5...1.5), draws.real(-0.5...0.5))
      let velocity = (goal - start).normalized * draws.real(5...100)
      return Shot(
        start: start, velocity: velocity, radius: draws.real(0.01...0.1), wall: draws.real(0.005...0.05),
        solid: draws.int(0...3))
    } holds: { shot in
      let r = shot.radius
      let solid: Solid =
        switch shot.solid {
        case 0: .sphere(radius: r)
        case 1: .box(size: Vector(2 * r, 2 * r, 2 * r))
        case 2: .capsule(radius: r, height: 2 * r)
        default: .cylinder(radius: r, height: 2 * r)
        }
      let thing = Thing("ball", [Part(solid, of: .of(restitution: 0.5))], at: Pose(shot.start), velocity: shot.velocity)
      let wall = Thing.box(
        "wall", Vector(shot.wall, 20, 20), at: Vector(1 + shot.wall / 2, 0, 0), motion: .fixed, .of(restitution: 0.5))
      let places = try Scene.of([thing, wall], seconds: 0.25).play().places()
      return places.allSatisfy { $0.x < 1 && $0.y > 0 }
    }
  }

  @Test func twoFastBallsDoNotPassThroughEachOther() throws {
    try always(runs: 15) { draws in
      (draws.real(5...100), draws.real(5...100), draws.real(0.01...0.1), draws.real(0...0.8))
    } holds: { one, other, radius, aside in
      let glass = Material.of(restitution: 0.9)
      let motion = try Scene.of(
        [
          .ball("one", radius, at: Vector(-1, 1, aside * radius), velocity: Vector(one, 0, 0), glass),
          .ball("two", radius, at: Vector(1, 1, 0), velocity: Vector(-other, 0, 0), glass),
        ], seconds: 0.25, gravity: .zero
      ).play()
      return zip(motion.places("one"), motion.places("two")).allSatisfy { ($0 - $1).length > 1.15 * radius }
        && !motion.hits("one", "two").isEmpty
    }
  }

  /// A small heap in which all kinds meet.
  private func heap(_ draws: inout Draws) -> [Thing] {
    (0..<draws.int(3...7)).map { n in
      let size = draws.real(0.1...0.3)
      let solids: [Solid] = [
        .sphere(radius: size), .box(size: Vector(size, 2 * size, size)), .cylinder(radius: size, height: size),
        .capsule(radius: size / 2, height: size), .cone(radius: size, height: size),
        .ring(radius: size, tube: size / 4),
      ]
      let place = Vector(draws.real(-0.3...0.3), 0.6 + 0.9 * Double(n), draws.real(-0.3...0.3))
      let velocity = Vector(draws.real(-1...1), draws.real(-2...0), draws.real(-1...1))
      let material = Material.of(
        density: draws.real(200...3000), friction: draws.real(0...1), restitution: draws.real(0...0.9))
      return Thing("\(n)", [Part(draws.one(of: solids), of: material)], at: Pose(place), velocity: velocity)
    }
  }

  @Test func nothingIsDoneBeforeItsTime() throws {
    try always(runs: 3) { draws in
      let (things, time) = (heap(&draws), draws.real(0.2...1.2))
      var change = Deed.Change()
      (change.mass, change.friction, change.velocity) = (draws.real(0.1...50), draws.real(0...1), Vector(0, 3, 0))
      var late = Thing.ball("late", 0.2, at: Vector(0, 1.5, 0))
      late.span = TimeRange(.at(time), .at(10))
      return (things, Time.at(time), change, late)
    } holds: { things, time, change, late in
      let plain = try Scene.of(things, seconds: 1.5).play()
      let before = TimeRange(.zero, time)
      let push = Deed(at: time, .push(thing: "0", impulse: Vector(20, 10, 0), place: Vector(0, 0.1, 0)))
      let pushed = try Scene.of(things, seconds: 1.5, deeds: [push]).play()
      let changed = try Scene.of(things, seconds: 1.5, deeds: [Deed(at: time, .change(thing: "1", change))]).play()
      let joined = try Scene.of(things + [late], seconds: 1.5).play()
      let plainPoses = plain.bits(of: before)
      return pushed.bits(of: before) == plainPoses && changed.bits(of: before) == plainPoses
        && joined.withoutLast.bits(of: before) == plainPoses
        && pushed.contacts.filter { $0.time < time } == plain.contacts.filter { $0.time < time }
        && pushed.bits(of: TimeRange(time, .at(1.5))) != plain.bits(of: TimeRange(time, .at(1.5)))
    }
  }

  @Test func theSameSceneMovesTheSameTwice() throws {
    try always(runs: 2) { draws in
      heap(&draws)
    } holds: { things in
      let scene = Scene.of(things, seconds: 1.5)
      let whole = TimeRange(.zero, .at(1.5))
      return try scene.play().bits(of: whole) == scene.play().bits(of: whole)
    }
  }

  @Test func energyNeverGrows() throws {
    try always(runs: 5) { draws in
      heap(&draws)
    } holds: { things in
      let energies = try Energies(of: Scene.of(things, seconds: 2)).kept
      // One part in a thousand, and what lifts a heap by a millimetre.
      return zip(energies, energies.dropFirst()).allSatisfy { $1 <= $0 * 1.001 + energies[0] * 0.001 }
        && energies[energies.count - 1] <= energies[0]
    }
  }

  @Test func aHeapComesToRestAboveTheGround() throws {
    try always(runs: 3) { draws in
      heap(&draws)
    } holds: { things in
      let motion = try Scene.of(things, seconds: 3).play()
      return things.allSatisfy { thing in motion.places(thing.name).allSatisfy { $0.y > 0 && $0.isFinite } }
    }
  }
}

extension Motion {
  /// Without the prop that was added last.
  var withoutLast: Motion {
    Motion(
      stage: stage, contacts: contacts, unreached: unreached, duration: duration,
      records: records.map { Record(movers: $0.movers.dropLast(), cords: $0.cords, skins: $0.skins) },
      places: places.dropLast(), cords: cords, spray: spray)
  }
}

/// Kinetic and potential energy over time, from inside.
struct Energies {
  var kept: [Double] = []

  init(of scene: Scene) throws {
    let play = try Play(scene, performances: [:])
    for step in 0..<Int(scene.duration.ticks(rate: Pulse.stepsPerSecond)) {
      try play.performCues(at: step)
      try play.advance(step)
      if step % 8 == 0 { kept.append(play.energy) }
    }
  }
}

extension Play {
  var energy: Double {
    movers.indices.reduce(0) { sum, index in
      guard let state = states[index], movers[index].isFree else { return sum }
      let spin = state.pose.rotation.inverse(state.spin)
      let mover = movers[index]
      return sum + mover.mass * state.velocity.dot(state.velocity) / 2 + (mover.inertia * spin * spin).sum() / 2
        - mover.mass * scene.gravity.dot(state.pose.position)
    }
  }
}
