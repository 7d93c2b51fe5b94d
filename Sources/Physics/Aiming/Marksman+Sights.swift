internal import World

extension Marksman {
  /// A place to throw to, and how high the arc is.
  struct Sight {
    var place: Vector
    var stretch: Double
  }

  /// In the order in which they are tried.
  func sights(of goal: Goal) -> [Sight] {
    let arcs = goal.hoop == nil ? [1.0, 0.8, 1.15, 0.6, 1.4, 0.4] : [1.12, 1.2, 1.3, 1.45, 1.05, 1.6]
    return places(for: goal).flatMap { place in arcs.map { Sight(place: place, stretch: $0) } }
  }

  private func places(for goal: Goal) -> [Vector] {
    let way = goal.center - start
    let ahead = Vector(way.x, 0, way.z).normalized
    let side = ahead.cross(.up)
    let radius = play.movers[thrown].reach
    switch aim.outcome {
    case .hits: return [goal.center]
    case .short: return [0.75, 0.85, 0.65, 0.5].map { goal.center + fallen(way, to: $0, radius: radius) }
    case .over: return [0.4, 0.8, 1.3, 2].map { goal.center + .up * (goal.extent + radius + $0) }
    case .misses: return misses(goal, ahead, side, radius)
    }
  }

  /// On the ground, at a part of the way.
  private func fallen(_ way: Vector, to part: Double, radius: Double) -> Vector {
    let back = way * (part - 1)
    return Vector(back.x, radius - goalHeight, back.z)
  }

  private var goalHeight: Double { goal?.center.y ?? 0 }

  /// The rim and what is behind it; or beside what has none. The seed says which comes first.
  private func misses(_ goal: Goal, _ ahead: Vector, _ side: Vector, _ radius: Double) -> [Vector] {
    var places: [Vector]
    if let hoop = goal.hoop {
      let r = hoop.radius
      places = [
        ahead * (r * 1.05), ahead * (r * 0.9) + side * (r * 0.5), ahead * (r + 0.2) + .up * 0.35, ahead * -(r * 1.02),
        ahead * (r * 0.9) - side * (r * 0.5), side * (r * 1.1), side * -(r * 1.1), ahead * (r + 0.15) + .up * 0.2,
      ].map { goal.center + $0 }
    } else {
      let away = goal.extent + radius
      places = [0.2, 0.5, 0.9].flatMap { gap in [side * (away + gap), side * -(away + gap)] }.map { goal.center + $0 }
    }
    var dice = Dice(play.scene.seed, UInt64(thrown), 17)
    let first = Int(dice.next() % 3)
    return Array(places[first...] + places[..<first])
  }
}
