internal import World

/// The masses of something soft as it is made, in its own space, and the springs between them.
struct Lattice {
  var places: [Vector] = []
  var held: Set<Int> = []
  var springs: [SoftBody.Spring] = []
  /// Of the masses that are shown.
  var triangles: [SIMD3<UInt32>] = []
  var shown: [Int] = []

  private mutating func join(_ a: Int, _ b: Int, compliance: Double) {
    springs.append(.init(first: a, second: b, length: (places[b] - places[a]).length, compliance: compliance))
  }

  private static func cells(_ length: Double, _ step: Double, _ range: ClosedRange<Int>) -> Int {
    Int(min(max((length / step).rounded(), Double(range.lowerBound)), Double(range.upperBound)))
  }
}

extension Lattice {
  static func cloth(width: Double, height: Double, held: Set<Int>) -> Lattice {
    let step = max(width, height) / 24
    let (columns, rows) = (cells(width, step, 4...24), cells(height, step, 4...24))
    var lattice = Lattice()
    func at(_ x: Int, _ y: Int) -> Int { y * (columns + 1) + x }
    for y in 0...rows {
      for x in 0...columns {
        let (u, v) = (Double(x) / Double(columns) - 0.5, Double(y) / Double(rows) - 0.5)
        lattice.places.append(Vector(u * width, v * height, 0))
      }
    }
    lattice.weave(columns, rows, at)
    let corners = [at(0, 0), at(columns, 0), at(columns, rows), at(0, rows)]
    lattice.held = Set(held.filter { corners.indices.contains($0) }.map { corners[$0] })
    lattice.shown = Array(lattice.places.indices)
    return lattice
  }

  /// Threads do not stretch, slants give a little, and what is two apart resists a fold.
  private mutating func weave(_ columns: Int, _ rows: Int, _ at: (Int, Int) -> Int) {
    for y in 0...rows {
      for x in 0...columns {
        if x < columns { join(at(x, y), at(x + 1, y), compliance: 0) }
        if y < rows { join(at(x, y), at(x, y + 1), compliance: 0) }
        if x + 1 < columns { join(at(x, y), at(x + 2, y), compliance: 0.02) }
        if y + 1 < rows { join(at(x, y), at(x, y + 2), compliance: 0.02) }
        guard x < columns, y < rows else { continue }
        join(at(x, y), at(x + 1, y + 1), compliance: 0.002)
        join(at(x + 1, y), at(x, y + 1), compliance: 0.002)
        let corners = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)].map { UInt32($0) }
        triangles.append(SIMD3(corners[0], corners[1], corners[2]))
        triangles.append(SIMD3(corners[0], corners[2], corners[3]))
      }
    }
  }

  static func jelly(size: Vector, stiffness: Double, mass: Double) -> Lattice {
    let step = size.max() / 7
    let counts = SIMD3(cells(size.x, step, 2...7), cells(size.y, step, 2...7), cells(size.z, step, 2...7))
    var lattice = Lattice()
    for z in 0...counts.z {
      for y in 0...counts.y {
        for x in 0...counts.x {
          let place = Vector(Double(x), Double(y), Double(z)) / Vector(SIMD3<Double>(counts)) - 0.5
          lattice.places.append(place * size)
        }
      }
    }
    // In m/N for each spring. A pudding would sink by a tenth of its height under its own weight if one spring carried it. All of
    // them do, and it sinks by a thousandth: what is as soft as a real one lets a ball slip between its masses.
    let share = 0.1 * (1 - stiffness) * (1 - stiffness) + 0.0005
    lattice.brace(counts, compliance: share * size.y / (mass * 9.81) * 2)
    lattice.wrap(counts)
    return lattice
  }

  private static func index(_ p: SIMD3<Int>, _ counts: SIMD3<Int>) -> Int {
    (p.z * (counts.y + 1) + p.y) * (counts.x + 1) + p.x
  }

  /// Each mass to its 26 neighbours.
  private mutating func brace(_ counts: SIMD3<Int>, compliance: Double) {
    let ways = [
      SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1), SIMD3(1, 1, 0), SIMD3(1, -1, 0), SIMD3(1, 0, 1), SIMD3(1, 0, -1),
      SIMD3(0, 1, 1), SIMD3(0, 1, -1), SIMD3(1, 1, 1), SIMD3(1, 1, -1), SIMD3(1, -1, 1), SIMD3(-1, 1, 1),
    ]
    for z in 0...counts.z {
      for y in 0...counts.y {
        for x in 0...counts.x {
          let here = SIMD3(x, y, z)
          for way in ways {
            let there = here &+ way
            guard all(there .>= SIMD3(0, 0, 0)), all(there .<= counts) else { continue }
            join(Self.index(here, counts), Self.index(there, counts), compliance: compliance)
          }
        }
      }
    }
  }

  /// The six sides as triangles, seen from outside.
  private mutating func wrap(_ counts: SIMD3<Int>) {
    var numbers: [Int: UInt32] = [:]
    func number(_ p: SIMD3<Int>) -> UInt32 {
      let index = Self.index(p, counts)
      if let known = numbers[index] { return known }
      let new = UInt32(shown.count)
      numbers[index] = new
      shown.append(index)
      return new
    }
    for axis in 0..<3 {
      let (u, v) = ((axis + 1) % 3, (axis + 2) % 3)
      for side in [0, counts[axis]] {
        for i in 0..<counts[u] {
          for j in 0..<counts[v] {
            let corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)].map { a, b in
              var p = SIMD3(0, 0, 0)
              (p[axis], p[u], p[v]) = (side, a, b)
              return number(p)
            }
            let c = side > 0 ? corners : corners.reversed()
            triangles.append(SIMD3(c[0], c[1], c[2]))
            triangles.append(SIMD3(c[0], c[2], c[3]))
          }
        }
      }
    }
  }
}

private func all(_ mask: SIMDMask<SIMD3<Int.SIMDMaskScalar>>) -> Bool { mask[0] && mask[1] && mask[2] }
