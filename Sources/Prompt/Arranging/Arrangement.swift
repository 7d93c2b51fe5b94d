internal import World

/// Gives every role its place: what acts to the left, what it acts on to the right, what lies on something on top of it.
///
/// Nothing stands in anything else. Places are rounded to centimetres, because people read them.
struct Arrangement {
  let vocabulary: Vocabulary
  var roles: [Role]
  let beats: [Beat]
  let water: Water?
  let gravity: Double
  /// Between walls there is little room.
  let isIndoors: Bool
  /// How long a shot of the storyboard is.
  let seconds: Double
  let seed: UInt64
  var measures: [Measure] = []
  var lines: [[Line]] = []
  /// Width, height and depth of all copies together.
  var extents: [Vector] = []
  /// The same with what lies on them, which may be wider.
  private var claims: [Vector] = []
  private var isPlaced: [Bool] = []

  /// - Parameter seed: Chooses within what the prompt leaves open; 0: what is usual.
  init(_ teller: Teller, seconds: Double, seed: UInt64) {
    (vocabulary, roles, beats) = (teller.vocabulary, teller.roles, teller.beats)
    let place = teller.setting.place
    (water, gravity, self.seed) = (place?.water, place?.gravity ?? 9.81, seed)
    isIndoors = place.map { $0.sky < 1 && !$0.lamps.isEmpty } ?? false
    self.seconds = seconds / Double(teller.setting.starts.count)
    for role in roles.indices { fit(role) }
    moderate()
    for role in roles { measure(role) }
    if seed != 0 { vary() }
    claims = extents
    for _ in 0..<3 { for role in roles.indices { claim(role) } }
    isPlaced = roles.map { _ in false }
    placeRoots()
    center()
    muster()
    placeRest()
    raise()
    face()
  }

  private mutating func claim(_ role: Int) {
    guard case (let relation, .role(let anchor))? = roles[role].relation, [.on, .inside, .above].contains(relation)
    else { return }
    claims[anchor] = pointwiseMax(claims[anchor], Vector(claims[role].x, claims[anchor].y, claims[role].z))
  }

  private mutating func measure(_ role: Role) {
    var measure = Measure(role, vocabulary)
    if role.isDomino { measure.size = Vector(measure.size.z, measure.size.y, measure.size.x) }
    let rows: [Line]
    if let rank = role.rank {
      rows = [Line()]
      if rank.number == 0 { measure.size.x = Double(rank.columns) * rank.step(measure.size.x) }
    } else if role.isDomino, role.formation == .row {
      rows = [Line.row(role.count, Vector(measure.size.y * 0.42, 0, 0))]
    } else if role.word?.name == "bowling pin", role.count > 1, role.formation != .tower {
      rows = Line.triangle(role.count, 0.305 * role.size)
    } else {
      rows = Line.formed(role.formation, role.count, measure.size)
    }
    let bounds = rows.map { line in
      let last = line.offset + line.step * (Vector(line.counts) - Vector(1, 1, 1))
      return Bounds(pointwiseMin(line.offset, last), pointwiseMax(line.offset, last))
    }
    let all = bounds.dropFirst().reduce(bounds[0]) { $0.union($1) }
    measures.append(measure)
    lines.append(rows)
    extents.append(all.size + measure.size)
  }
}

// MARK: - What stands on the ground

extension Arrangement {
  private func isRoot(_ role: Int) -> Bool {
    guard roles[role].holder == nil, (roles[role].rank?.number ?? 0) == 0 else { return false }
    if case (_, .role)? = roles[role].relation { return false }
    return true
  }

  /// From left to right in the order of their mention, with the ways between them that their actions want.
  private mutating func placeRoots() {
    let ways = beats.flatMap(ways)
    var edge: Double?
    for role in roles.indices where isRoot(role) {
      let half = claims[role].x / 2
      let gap = min(0.25 + 0.35 * extents[role].x, 1.2)
      let near = ways.filter { $0.partner(of: role).map { isPlaced[$0] } ?? false }
      var x = edge.map { $0 + (near.isEmpty ? gap : 0.02) + half } ?? 0
      for way in near { x = max(x, roles[way.partner(of: role) ?? role].place.x + way.length) }
      roles[role].place = Vector(x, height(role), depth(role))
      isPlaced[role] = true
      edge = max(edge ?? x + half, x + half)
    }
  }

  /// How far apart the middles are of two that have to do with each other.
  private struct Way {
    var ends: (Int, Int)
    var length: Double

    func partner(of role: Int) -> Int? { ends.0 == role ? ends.1 : ends.1 == role ? ends.0 : nil }
  }

  private func ways(_ beat: Beat) -> [Way] {
    let pairs = [(beat.subject, beat.object, reach(beat)), (beat.object ?? beat.subject, beat.target, range(beat))]
    return pairs.compactMap { first, second, length in
      guard let second else { return nil }
      let ends = (root(first), root(second))
      return Way(ends: ends, length: length * chance(ends.1) + (claims[ends.0].x + claims[ends.1].x) / 2)
    }
  }

  /// What a role stands on in the end.
  private func root(_ role: Int) -> Int {
    var role = role
    for _ in roles.indices {
      if let holder = roles[role].holder { role = holder }
      guard case (_, .role(let next))? = roles[role].relation else { break }
      role = next
    }
    return role
  }

  /// Between a figure and what it does something to; to a kick belongs a step, which Figures makes 0.77 of the height long.
  private func reach(_ beat: Beat) -> Double {
    beat.doing == .push ? 0.9 : beat.doing == .kick ? 0.61 * measures[beat.subject].size.y : 0.8
  }

  /// Between what moves and where it goes.
  private func range(_ beat: Beat) -> Double {
    let mover = measures[beat.object ?? beat.subject].size.max()
    guard let target = beat.target else { return 1 }
    if roles[target].word?.name == "bowling pin" { return 5 }
    if roles[beat.subject].isDomino { return 0.1 }
    if beat.doing == .hit, root(target) != target { return 2.4 }
    switch beat.doing {
    case .throw, .kick:
      switch roles[target].word?.name {
      case "basketball hoop": return 3.6
      case "goal": return 5.5
      default: return min(max(25 * mover, 1.5), 3.5)
      }
    case .walk, .run: return 2.2
    case .follow: return 0.7
    case .jump: return beat.relation == .on ? min(0.5 * mover, 0.9) : 0.9
    case .look, .say, .wave, .nod, .turn: return 0.8
    default: return min(max(10 * mover, 0.4), mover > 2 ? 7 : 3)
    }
  }

  private func height(_ role: Int) -> Double {
    let size = measures[role].size
    if case (let relation, .water)? = roles[role].relation, let water {
      let isAbove = relation == .above || roles[role].opening == .aloft
      return isAbove ? (water.level + min(max(8 * size.y, 1), 3)).rounded(digits: 2) : waterline(role, water)
    }
    switch roles[role].opening {
    case .aloft: return min(max(12 * size.max(), 0.6), 3).rounded(digits: 2)
    case .hovering: return min(max(4 * size.max(), 0.5), 1.4).rounded(digits: 2)
    default: return 0
    }
  }

  /// On the ground by the viewer, or well inside the water.
  private func depth(_ role: Int) -> Double {
    guard case (_, .water)? = roles[role].relation, let water, let half = water.halfSize else { return 0 }
    return (water.center.y + max(half.y - 2.5 - extents[role].z / 2, 0)).rounded(digits: 1)
  }

  private mutating func center() {
    let placed = roles.indices.filter { isPlaced[$0] }
    guard let low = placed.map({ roles[$0].place.x - extents[$0].x / 2 }).min(),
      let high = placed.map({ roles[$0].place.x + extents[$0].x / 2 + course(of: $0) }).max()
    else { return }
    for role in placed { roles[role].place.x = (roles[role].place.x - (low + high) / 2).rounded(digits: 2) }
  }

  /// How high its underside is in the water: its density says it, and of who swims the kind.
  private func waterline(_ role: Int, _ water: Water) -> Double {
    let density = measures[role].mass / max(measures[role].volume, 1e-9) / water.density
    let sunk = !roles[role].isFigure ? min(density, 0.6) : roles[role].isBird ? 0.42 : roles[role].isAnimal ? 0.6 : 0.75
    return (water.level - measures[role].size.y * sunk).rounded(digits: 2)
  }
}

// MARK: - What is placed by others

extension Arrangement {
  mutating func settle(_ role: Int) { isPlaced[role] = true }

  /// What is above others comes last, when it is known what lies on them.
  private mutating func placeRest() {
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

  /// Figures look at what they act on, and hoops and goals at who shoots.
  private mutating func face() {
    for beat in beats {
      if roles[beat.subject].isFigure, roles[beat.subject].facing == nil,
        let other = beat.target ?? beat.object, roles[other].holder != beat.subject
      {
        roles[beat.subject].facing = handle(other)
      }
      if course(beat) > 0, roles[beat.subject].isFigure, roles[beat.subject].facing == nil {
        roles[beat.subject].facesCourse = true
      }
      guard let target = beat.target, roles[beat.subject].isFigure, roles[target].facing == nil else { continue }
      if ["basketball hoop", "goal"].contains(roles[target].word?.name)
        || (roles[target].isFigure && beat.doing == .throw)
      {
        roles[target].facing = roles[beat.subject].name
      }
    }
    let speakers = roles.indices.filter { roles[$0].isFigure && roles[$0].facing == nil }
    guard roles.filter(\.isFigure).count == 2, speakers.count == 2, beats.contains(where: { $0.doing == .say }) else {
      return
    }
    roles[speakers[0]].facing = roles[speakers[1]].name
    roles[speakers[1]].facing = roles[speakers[0]].name
  }

  /// The name that stands for a role in actions: of several lines the first.
  func handle(_ role: Int) -> String { lines[role].count > 1 ? "\(roles[role].name)_1" : roles[role].name }
}

extension Role {
  var isDomino: Bool { word?.name == "domino" }

  var isHollow: Bool { ["bucket", "basket", "bowl"].contains(word?.name) }
}
