internal import Media
internal import World

/// Finds the speed at which a thing must leave the hand, so that what is asked for comes of it.
///
/// The parabola to the goal comes first. Each try is played out, with all else standing as it does now and what goes its
/// way going on: nothing is seen of what will be done later. What misses by a little is corrected by that.
struct Marksman {
  let play: Play
  let thrown: Int
  let aim: Aim
  let start: Vector
  let goal: Goal?
  private let step: Int
  /// Held to what a throw can have.
  private let speed: Double?
  private let gravity: Vector
  private let family: Int

  /// Tries for one throw; each is some milliseconds of work.
  static let mostTries = 60

  struct Flight {
    var velocity: Vector
    var spin = Vector.zero
    /// What came nearest, if what was asked for could not be had.
    var nearest: String?
  }

  init(play: Play, thrown: Int, by figure: Int, aim: Aim, from state: BodyState, at step: Int) {
    (self.play, self.thrown, self.step) = (play, thrown, step)
    self.aim = aim
    speed = aim.speed.map { $0.isNaN ? 8 : min(max($0, 0.5), 60) }
    start = state.pose.position
    gravity = play.scene.gravity * play.movers[thrown].weight
    family = play.performers[figure].family
    switch aim.target {
    case .thing(let name): goal = Goal(named: name, in: play.movers)
    case .place(let place): goal = Goal(at: place)
    case .direction: goal = nil
    }
  }

  func flight() throws(PhysicsError) -> Flight {
    if case .direction(let way) = aim.target { return Flight(velocity: way.normalized * (speed ?? 8)) }
    guard let goal, goal.center.isFinite, goal.center.length < 10_000 else {
      return Flight(velocity: .zero, nearest: "there is no target")
    }
    var best: (flight: Vector, distance: Double)?
    var tries = 0
    for sight in sights(of: goal) {
      var place = sight.place
      // Three corrections are enough for wind; what still misses is stopped by something.
      for _ in 0..<(aim.outcome == .hits ? 4 : 1) where tries < Marksman.mostTries {
        guard let velocity = velocity(to: place, stretch: sight.stretch) else { break }
        tries += 1
        let trial = try Rehearsal(play, thrown: thrown, sparing: family, from: step).trial(velocity, at: goal)
        let verdict = Verdict(trial, goal: goal, from: start, radius: play.movers[thrown].reach)
        if verdict.is(aim.outcome) { return Flight(velocity: velocity) }
        if trial.nearest < best?.distance ?? .infinity { best = (velocity, trial.nearest) }
        place -= trial.miss
      }
    }
    return fallback(best, goal)
  }

  private func fallback(_ best: (flight: Vector, distance: Double)?, _ goal: Goal) -> Flight {
    let forced = Ballistics(way: goal.center - start, gravity: gravity)
    let straight = forced.velocity(lasting: forced.easiest)
    let velocity = best?.flight ?? straight.normalized * (speed ?? straight.length)
    let text = best.map { "it passes \(($0.distance * 100).rounded() / 100) m from the target" }
    return Flight(velocity: velocity, nearest: text ?? "that speed does not reach the target")
  }

  /// - Parameter stretch: How much longer than need be it takes: more is a higher arc. Of a given speed, above 1 is the high one.
  private func velocity(to place: Vector, stretch: Double) -> Vector? {
    let way = Ballistics(way: place - start, gravity: gravity)
    guard let speed else { return way.velocity(lasting: way.easiest * stretch) }
    let durations = way.durations(at: speed)
    return (stretch > 1 ? durations.last : durations.first).map(way.velocity)
  }
}
