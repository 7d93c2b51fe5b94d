internal import World

/// What stands on, under or beside something else.
extension Arrangement {
  /// What is above others comes last, when it is known what lies on them.
  mutating func placeRest() {
    for isLast in [false, true] {
      for _ in roles.indices where isPlaced.contains(false) {
        for role in roles.indices where !isPlaced[role] {
          guard case (let relation, .role(let anchor))? = roles[role].relation, isPlaced[anchor] else { continue }
          if isLast || relation != .above { place(role, by: relation, anchor) }
        }
      }
    }
    for role in roles.indices {
      if let holder = roles[role].holder { roles[role].place = roles[holder].place }
    }
  }

  private mutating func place(_ role: Int, by relation: Relation, _ anchor: Int) {
    roles[role].place = place(role, relation, anchor)
    if roles[role].swims, let water { roles[role].place.y = waterline(role, water) }
    let isUnder = relation == .under && (fits(role, under: anchor) || roles[anchor].word?.name == "streetlamp")
    if relation == .above {
      rise(role)
    } else if relation == .on {
      pile(role, on: anchor)
    } else if relation != .inside, !isUnder {
      makeRoom(role, beside: relation == .before || relation == .under)
    }
    isPlaced[role] = true
  }

  private func place(_ role: Int, _ relation: Relation, _ anchor: Int) -> Vector {
    var place = roles[anchor].place
    let own = extents[role]
    let apart = (claims[role] + claims[anchor]) / 2
    let free = min(0.1 + 0.3 * own.x, 0.5)
    switch relation {
    case .on: place = spot(on: anchor, for: role)
    case .inside: place.y += roles[anchor].isHollow ? 0.04 : measures[anchor].surface(under: own)
    case .above:
      if roles[anchor].word?.name == "seesaw" { place.x -= 1.1 * roles[anchor].size }
      place.y += measures[anchor].surface(under: own) + min(max(8 * measures[role].size.max(), 0.5), 2)
    case .behind: place.z -= apart.z + free
    case .before: place.z += apart.z + free
    case .leftOf: place.x -= apart.x + free
    case .against: place.x -= apart.x + 0.02
    case .between: place.x += apart.x + free
    // In the light, and not behind it.
    case .under where roles[anchor].word?.name == "streetlamp": place += Vector(0.5, 0, -0.35)
    case .under: place.z += fits(role, under: anchor) ? 0 : apart.z + free
    default: place.x += apart.x + free
    }
    if roles[role].opening == .aloft, relation != .above { place.y = height(role) }
    return Vector(place.x.rounded(digits: 2), place.y.rounded(digits: 3), place.z.rounded(digits: 2))
  }

  /// Whether there is room between a table's legs.
  private func fits(_ role: Int, under anchor: Int) -> Bool {
    let (own, table) = (extents[role], extents[anchor])
    return roles[anchor].word?.name == "table" && own.y < 0.85 * table.y && own.x < 0.7 * table.x
      && own.z < 0.7 * table.z
  }

  /// On top: side by side, at the upper end of a ramp, at the ends of a seesaw, at the edge for what will go over it.
  private func spot(on anchor: Int, for role: Int) -> Vector {
    let place = roles[anchor].place
    let leaves = beats.contains { $0.subject == role && $0.relation == .off }
    let kin = kin(on: anchor)
    let (index, count) = (Double(kin.firstIndex(of: role) ?? 0), Double(max(kin.count, 1)))
    let (width, scale) = (extents[anchor].x, roles[anchor].size)
    if roles[anchor].isRamp {
      let x = (-1.25 + 0.4 * index) * scale
      return place + Vector(x, 0.605 * scale - x * 0.364 + 0.07 * measures[role].size.x, 0)
    }
    if roles[anchor].word?.name == "seesaw" {
      let isTaken = roles.contains { $0.relation.map { $0 == (.above, .role(anchor)) } ?? false }
      let side = isTaken || index.truncatingRemainder(dividingBy: 2) == 1 ? 1.1 : -1.1
      return place + Vector(side * scale, 0.54 * scale, 0)
    }
    if leaves, roles[role].count > 1, roles[role].formation == .row {
      let z = (extents[anchor].z - extents[role].z) / 2
      return place + Vector(0, measures[anchor].surface(under: extents[role], at: Vector(0, 0, z)), z)
    }
    if roles[anchor].count > 1 { return place + Vector(0, extents[anchor].y, 0) }
    if roles[anchor].word?.name == "swing" { return place + Vector(0, 0.52 * scale, 0) }
    let x = leaves ? width / 2 - extents[role].x * 0.8 : ((index + 0.5) / count - 0.5) * width * (count > 1 ? 0.85 : 1)
    return place + Vector(x, measures[anchor].surface(under: extents[role], at: Vector(x, 0, 0)), 0)
  }

  /// All that lies on a role; what will go over the edge is the last, so that nothing is in its way.
  private func kin(on anchor: Int) -> [Int] {
    let kin = roles.indices.filter { roles[$0].relation.map { $0 == (.on, .role(anchor)) } ?? false }
    let leaving = kin.filter { role in beats.contains { $0.subject == role && $0.relation == .off } }
    return kin.filter { !leaving.contains($0) } + leaving
  }

  /// Back from whatever stands there already, or to the right of it.
  private mutating func makeRoom(_ role: Int, beside isBeside: Bool) {
    for _ in 0..<40 {
      guard let other = roles.indices.first(where: { isPlaced[$0] && meets($0, role) }) else { return }
      let apart = (claims[role] + claims[other]) / 2 + Vector(repeating: 0.1)
      if isBeside {
        roles[role].place.x = (roles[other].place.x + apart.x + 0.2).rounded(digits: 2)
      } else {
        roles[role].place.z = (roles[other].place.z - apart.z).rounded(digits: 2)
      }
    }
  }

  /// Onto what lies there already, where there is no room beside it.
  private mutating func pile(_ role: Int, on anchor: Int) {
    for _ in 0..<40 {
      guard let other = roles.indices.first(where: { $0 != anchor && isPlaced[$0] && meets($0, role) }) else { return }
      roles[role].place = roles[other].place + Vector(0, extents[other].y, 0)
    }
  }

  /// Up from whatever is there already.
  private mutating func rise(_ role: Int) {
    for _ in 0..<40 {
      guard let other = roles.indices.first(where: { isPlaced[$0] && meets($0, role) }) else { return }
      roles[role].place.y = (roles[other].place.y + extents[other].y + 0.3).rounded(digits: 2)
    }
  }

  private func meets(_ a: Int, _ b: Int) -> Bool {
    let distance = (roles[a].place - roles[b].place).absolute
    let apart = (claims[a] + claims[b]) / 2
    let (low, high) = roles[a].place.y < roles[b].place.y ? (a, b) : (b, a)
    return distance.x < apart.x && distance.z < apart.z && roles[low].place.y + extents[low].y > roles[high].place.y
  }
}
