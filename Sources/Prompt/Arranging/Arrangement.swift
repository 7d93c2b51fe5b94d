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
  var claims: [Vector] = []
  var isPlaced: [Bool] = []

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
    let pairs = [
      (beat.subject, beat.object, reach(beat)),
      (beat.object ?? beat.subject, beat.target, range(beat) * chance(beat.target)),
    ]
    return pairs.compactMap { first, second, length in
      guard let second else { return nil }
      let ends = (root(first), root(second))
      return Way(ends: ends, length: length + (claims[ends.0].x + claims[ends.1].x) / 2)
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

  func height(_ role: Int) -> Double {
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
  func waterline(_ role: Int, _ water: Water) -> Double {
    let density = measures[role].mass / max(measures[role].volume, 1e-9) / water.density
    let sunk = !roles[role].isFigure ? min(density, 0.6) : roles[role].isBird ? 0.42 : roles[role].isAnimal ? 0.6 : 0.75
    return (water.level - measures[role].size.y * sunk).rounded(digits: 2)
  }
}

extension Role {
  var isDomino: Bool { word?.name == "domino" }

  var isHollow: Bool { ["bucket", "basket", "bowl"].contains(word?.name) }
}
