internal import World

/// What became of a throw, in the words of an aim.
struct Verdict {
  let trial: Rehearsal.Trial
  let goal: Goal
  let start: Vector
  /// Of the thrown thing.
  let radius: Double

  init(_ trial: Rehearsal.Trial, goal: Goal, from start: Vector, radius: Double) {
    (self.trial, self.goal, self.start, self.radius) = (trial, goal, start, radius)
  }

  func `is`(_ outcome: Aim.Outcome) -> Bool {
    switch outcome {
    case .hits: hits
    case .misses: goal.hoop != nil ? touches && !passesHoop : !touches && trial.nearest < goal.extent + radius + 1.5
    case .short: !touchesBeforeLanding && landing < distance - goal.extent && !passesHoop
    case .over: !touchesBeforeLanding && passesOver
    }
  }

  private var hits: Bool {
    if goal.hoop != nil { return passesHoop }
    return goal.movers.isEmpty ? trial.nearest < max(0.12, radius) : touches
  }

  private var touches: Bool { trial.met.contains { $0.mover.map(goal.movers.contains) ?? false } }

  /// Its centre goes down through the ring.
  private var passesHoop: Bool {
    guard let hoop = goal.hoop else { return false }
    let up = hoop.axis.y < 0 ? -hoop.axis : hoop.axis
    return zip(trial.places, trial.places.dropFirst()).contains { before, after in
      let (high, low) = ((before - goal.center).dot(up), (after - goal.center).dot(up))
      guard high > 0, low <= 0 else { return false }
      let place = after - goal.center
      return (place - up * place.dot(up)).length < hoop.radius
    }
  }

  private var firstLanding: Int { trial.met.first { $0.mover == nil }?.step ?? .max }

  private var touchesBeforeLanding: Bool {
    trial.met.contains { $0.step <= firstLanding && ($0.mover.map(goal.movers.contains) ?? false) }
  }

  /// On the level, from the hand.
  private func along(_ place: Vector) -> Double {
    let way = goal.center - start
    return (place - start).dot(Vector(way.x, 0, way.z).normalized)
  }

  private var distance: Double { along(goal.center) }
  private var landing: Double {
    trial.places.indices.contains(firstLanding) ? along(trial.places[firstLanding]) : .infinity
  }

  private var passesOver: Bool {
    guard let place = trial.places.first(where: { along($0) >= distance }) else { return false }
    return place.y > goal.center.y + goal.extent * 0.5 + radius
  }
}
