internal import CBullet
internal import Media
internal import World

/// A throw played out in a world of its own, in which only the thrown thing moves by physics.
struct Rehearsal {
  private let world: RigidWorld
  private let play: Play
  private let thrown: Int
  private let body: Int
  private let firstStep: Int
  /// By body: whose it is; nil is the ground.
  private var owners: [Int?] = [nil]
  private var driven: [(body: Int, mover: Int)] = []

  /// What a throw came to.
  struct Trial {
    /// Where its centre was, step by step.
    var places: [Vector] = []
    /// What it met, in order: a mover, or nil for the ground; and at which step.
    var met: [(mover: Int?, step: Int)] = []
    /// How near it came to the goal's centre, in metres, and from where: the goal's centre to it.
    var nearest = Double.infinity
    var miss = Vector.zero
  }

  init(_ play: Play, thrown: Int, sparing family: Int, from step: Int) throws(PhysicsError) {
    (self.play, self.thrown, firstStep) = (play, thrown, step)
    world = try RigidWorld()
    _ = try world.add(play.ground)
    for index in play.movers.indices where index != thrown && play.movers[index].body != nil {
      var mover = play.movers[index]
      if mover.isFree { mover.drive = .will }
      let number = try world.add(mover.rigidBody(velocity: .zero, spin: .zero, gravity: .zero))
      owners.append(index)
      if case .path = mover.drive { driven.append((number, index)) }
    }
    var mover = play.movers[thrown]
    mover.drive = .free
    body = try world.add(mover.rigidBody(velocity: .zero, spin: .zero, gravity: play.scene.gravity))
    owners.append(thrown)
    world.spare(body, family: family)
  }

  /// At most four seconds, and less if it lies still or has left.
  func trial(_ velocity: Vector, at goal: Goal) throws(PhysicsError) -> Trial {
    var trial = Trial()
    world.setVelocity(of: body, velocity, spin: .zero)
    for step in 0..<Int(4 * Pulse.stepsPerSecond) {
      if step == Pulse.stepsPerSecond * 2 / 5 { world.spare(body, family: 0) }
      drivePaths(step)
      blow(step)
      _ = try world.step(Pulse.seconds)
      let state = world.state(of: body)
      note(state.pose.position, at: step, goal, in: &trial)
      guard state.velocity.length > 0.05, (state.pose.position - goal.center).length < 80 else { break }
    }
    return trial
  }

  private func note(_ place: Vector, at step: Int, _ goal: Goal, in trial: inout Trial) {
    trial.places.append(place)
    for blow in world.blows {
      let (a, b) = (owners[Int(blow.first)], owners[Int(blow.second)])
      guard a == thrown || b == thrown else { continue }
      trial.met.append((a == thrown ? b : a, step))
    }
    let away = place - goal.center
    guard away.length < trial.nearest else { return }
    (trial.nearest, trial.miss) = (away.length, away)
  }

  private func drivePaths(_ step: Int) {
    for (body, mover) in driven {
      guard case .path(let keys) = play.movers[mover].drive else { continue }
      let times = [step, step + 1].map { keys.pose(at: Pulse.time(of: firstStep + $0)) * play.movers[mover].frame }
      world.drive(body, from: times[0], to: times[1], in: Pulse.seconds)
    }
  }

  private func blow(_ step: Int) {
    let scene = play.scene
    let wind = scene.weather.gust(at: Pulse.time(of: firstStep + step).seconds, seed: scene.seed)
    guard wind != .zero else { return }
    let state = world.state(of: body)
    world.push(body, play.movers[thrown].drag(of: wind, state), at: state.pose.position)
  }
}
