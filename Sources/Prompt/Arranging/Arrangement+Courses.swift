internal import Media
internal import World

/// Who goes where nothing is.
extension Arrangement {
  /// How far somebody goes who is not said to go to anything, in metres; 0 for everything else.
  func course(_ beat: Beat) -> Double {
    guard beat.target == nil, beat.relation != .away else { return 0 }
    // A bird that has far to go flies.
    if roles[beat.subject].swims, roles[beat.subject].isBird { return 1.6 }
    switch beat.doing {
    case .walk, .run: return min(speed(beat) * max(seconds - 1, 1), isIndoors ? 3 : beat.doing == .run ? 14 : 6)
    case .roll where isChased(beat): return min(speed(beat) * max(seconds - 1, 1), isIndoors ? 3 : 9)
    default: return 0
    }
  }

  /// The longest that a role goes.
  func course(of role: Int) -> Double {
    beats.filter { $0.subject == role }.map(course).max() ?? 0
  }

  func isChased(_ beat: Beat) -> Bool { beats.contains { $0.doing == .follow && $0.target == beat.subject } }

  /// What is chased goes a little slower than who chases it.
  func speed(_ beat: Beat) -> Double {
    if let chaser = beats.first(where: { $0.doing == .follow && $0.target == beat.subject }) {
      return (isIndoors ? 0.5 : 0.75) * speed(chaser.subject, runs: true)
    }
    return speed(beat.subject, runs: beat.doing == .run)
  }

  /// What people and animals choose, as Figures has it: by the root of their height.
  private func speed(_ role: Int, runs: Bool) -> Double {
    guard case .figure(let word) = roles[role].kind else { return 2 }
    let isFourLegged = [.dog, .cat, .horse].contains(word.kind)
    return (runs ? isFourLegged ? 5.0 : 2.6 : 1.0) * (word.height * roles[role].size).squareRoot()
  }
}

// MARK: - Crowds

extension Arrangement {
  /// In rows that stand in each other's gaps, about where the first would stand.
  mutating func muster() {
    for leader in roles.indices where roles[leader].rank?.number == 0 {
      let middle = roles[leader].place
      for role in roles.indices {
        guard let rank = roles[role].rank, rank.leader == leader, roles[role].relation == nil else { continue }
        let width = Measure(roles[role], vocabulary).size.x
        let offset = rank.offset(width) + stir(role) * 0.3
        roles[role].place = (middle + offset).rounded
        isPlaced[role] = true
      }
    }
  }
}

extension Role.Rank {
  var columns: Int {
    var columns = 1
    while columns * columns < 2 * count { columns += 1 }
    return min(columns, count)
  }

  func step(_ width: Double) -> Double { width + 0.4 }

  func offset(_ width: Double) -> Vector {
    let (row, column) = (number / columns, number % columns)
    let length = Double(min(count - row * columns, columns))
    let x = Double(column) - (length - 1) / 2 + (length == Double(columns) && row % 2 == 1 ? 0.5 : 0)
    return Vector(x * step(width), 0, -Double(row) * step(width) * 1.1)
  }
}

extension Vector {
  /// To centimetres.
  var rounded: Vector { Vector(x.rounded(digits: 2), y.rounded(digits: 2), z.rounded(digits: 2)) }
}
