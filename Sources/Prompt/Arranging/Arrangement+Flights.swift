internal import Media
internal import World

/// What comes through the air to something, and what falls off something into it.
extension Arrangement {
  /// What hits a tower on a table comes from the side, at its height.
  mutating func raise() {
    for beat in beats {
      guard let mark = mark(of: beat), !roles[beat.subject].isRamp else { continue }
      roles[beat.subject].place.y = (mark.y - measures[beat.subject].size.y / 2).rounded(digits: 2)
      roles[beat.subject].place.z = roles[beat.target ?? beat.subject].place.z
    }
  }

  /// Where a thing meets what it hits, if that is above the ground: at two thirds of its height. Nil: it goes over the ground.
  func mark(of beat: Beat) -> Vector? {
    let it = beat.subject
    guard let target = beat.target, [.hit, .fly, .throw, .kick, .push].contains(beat.doing), !roles[it].isFigure,
      roles[it].relation == nil, roles[it].opening == nil, roles[target].place.y > 0.25
    else { return nil }
    return roles[target].place + Vector(0, extents[target].y * 0.67, 0)
  }

  /// How it has to set off to meet its mark: on a parabola, as fast as a hand throws a small ball.
  func flight(_ beat: Beat) -> Vector? {
    guard let mark = mark(of: beat) else { return nil }
    let start = roles[beat.subject].place + Vector(0, measures[beat.subject].size.y / 2, 0)
    let way = mark - start
    let seconds = max(Vector(way.x, 0, way.z).length / (13 * min(max(beat.pace, 0.5), 2)), 0.05)
    return way / seconds + Vector(0, gravity * seconds / 2, 0)
  }

  /// How fast it has to leave the edge that it rolls over, to come down in what it falls into.
  func leap(_ beat: Beat) -> Vector? {
    guard beat.relation == .off, let target = beat.target,
      case (.on, .role(let support))? = roles[beat.subject].relation
    else { return nil }
    let it = beat.subject
    let drop = roles[it].place.y - roles[target].place.y - extents[target].y * 0.6
    guard drop > 0.1 else { return nil }
    let edge = roles[support].place.x + extents[support].x / 2
    let speed = (roles[target].place.x - edge) / (2 * drop / max(gravity, 0.1)).squareRoot()
    // Until it rolls it slides, and loses speed by it.
    let loss = 2 * 0.35 * gravity * max(edge - roles[it].place.x, 0)
    return Vector(min((speed * speed + loss).squareRoot(), 60), 0, 0)
  }

  /// A ramp for marbles is a toy's.
  private mutating func shorten(_ ramp: Int) {
    let riders = roles.filter { $0.relation.map { $0 == (.on, .role(ramp)) } ?? false }
    guard !riders.isEmpty, roles[ramp].size == 1 else { return }
    let largest = riders.map { Measure($0, vocabulary).size.max() }.max() ?? 1
    if largest < 0.12 { roles[ramp].size = 0.35 }
  }

  /// Between walls it comes under the ceiling, and not through it.
  mutating func moderate() {
    for role in roles.indices where isIndoors && (roles[role].weight ?? 0) < 0 {
      roles[role].weight = max(-2 * 1.1 / (max(gravity, 0.1) * seconds * seconds), -0.04).tidy
    }
  }

  /// What is piled up on a table is as large as a table has room for.
  mutating func fit(_ role: Int) {
    if roles[role].isRamp { return shorten(role) }
    guard case (.on, .role(let anchor))? = roles[role].relation, roles[anchor].word?.name == "table",
      roles[role].isPile, roles[role].size == 1
    else { return }
    let size = Measure(roles[role], vocabulary).size
    let lines = Line.formed(roles[role].formation, roles[role].count, size)
    let height = (lines.map { $0.offset.y + $0.step.y * Double($0.counts.y - 1) }.max() ?? 0) + size.y
    if height > 0.65 { roles[role].size = (0.65 / height).rounded(digits: 2) }
  }
}
