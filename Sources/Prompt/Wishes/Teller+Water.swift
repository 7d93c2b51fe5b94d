internal import World

/// In the water, and on it.
extension Teller {
  /// People and animals go through the water upright: the legs walk below, which of a duck nobody sees.
  mutating func swim(_ who: Int, _ clause: Clause) {
    place([who], clause.phrases, clause)
    roles[who].swims = true
    if roles[who].relation == nil { roles[who].relation = (.on, .water) }
    needWater()
    if !roles[who].isBird { assumed.append("\(roles[who].name) wades: figures have no strokes") }
    var beat = Beat(doing: .walk, subject: who)
    beat.relation = .across
    add(beat, clause)
    beats[beats.count - 1].pace *= 0.6
    roles[who].isMoved = false
  }

  /// Over the water to the right, as a boat does.
  mutating func sail(_ it: Int, _ clause: Clause) {
    swim(it, .sail, clause)
    roles[it].velocity.x = 2.2 * clause.pace
  }
}

extension Role {
  var isBird: Bool {
    if case .figure(let word) = kind { word.kind == .bird } else { false }
  }
}
