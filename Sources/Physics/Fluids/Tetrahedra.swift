internal import Media
internal import World

/// A solid cut into tetrahedra, so that what of it is under water can be added up.
///
/// Of balls, boxes and meshes it is exact; what else is round has 12 sides, and is scaled to its true volume.
struct Tetrahedra: Sendable {
  private var corners: [(Vector, Vector, Vector, Vector)] = []
  private var correction = 1.0
  private var ball: Double?

  init(_ solid: Solid) {
    switch solid {
    case .sphere(let radius): ball = radius
    case .box(let size): addBox(size / 2)
    case .cylinder(let radius, let height): addLathe([(-height / 2, radius), (height / 2, radius)])
    case .capsule(let radius, let height):
      let upper = Self.arc(radius, from: 0, to: 0.5).map { ($0.0 + height / 2, $0.1) }
      addLathe(upper.reversed().map { (-$0.0, $0.1) } + upper)
    case .cone(let radius, let height): addLathe([(-height / 2, radius), (height / 2, 0)])
    case .ring(let radius, let tube): addRing(radius, tube)
    case .mesh(let mesh) where mesh.triangles.count > 500:
      // Too fine to be cut in each step: the box around it, with the volume that it has.
      addBox(mesh.bounds.size / 2, at: mesh.bounds.center)
    case .mesh(let mesh):
      let middle = mesh.bounds.center
      for triangle in mesh.triangles {
        let (a, b, c) = mesh.corners(of: triangle)
        corners.append((middle, a, b, c))
      }
    }
    correct(to: MassProperties(solid, density: 1).volume)
  }

  private mutating func correct(to volume: Double) {
    let sum = corners.reduce(0) { $0 + Self.volume($1) }
    correction = sum > 0 ? volume / sum : 0
  }

  /// How much lies under a level, and the middle of that, with the solid at a pose.
  func submerged(at pose: Pose, under level: Double) -> (volume: Double, center: Vector) {
    if let ball { return Self.cap(of: ball, at: pose.position, under: level) }
    var (volume, moment) = (0.0, Vector.zero)
    for corner in corners {
      let placed = (pose(corner.0), pose(corner.1), pose(corner.2), pose(corner.3))
      let part = Self.part(of: placed, under: level)
      volume += part.volume
      moment += part.center * part.volume
    }
    guard volume * correction > 1e-12 else { return (0, pose.position) }
    return (volume * correction, moment / volume)
  }

  /// A cap of height h has the volume π h² (3 r − h) / 3, and its middle 3 (2 r − h)² / 4 (3 r − h) under the ball's.
  private static func cap(of r: Double, at center: Vector, under level: Double) -> (volume: Double, center: Vector) {
    let h = min(max(level - center.y + r, 0), 2 * r)
    guard h > 0 else { return (0, center) }
    let low = 3 * (2 * r - h) * (2 * r - h) / (4 * (3 * r - h))
    return (.pi * h * h * (3 * r - h) / 3, center - .up * low)
  }

  /// A tetrahedron is cut by a level into one again, into what such a one leaves, or into two wedges.
  private static func part(of corners: (Vector, Vector, Vector, Vector), under level: Double) -> (
    volume: Double, center: Vector
  ) {
    // From the lowest to the highest; the sign of the volume stays that of the whole.
    let whole = volume(corners)
    var (a, b, c, d) = corners
    if b.y < a.y { swap(&a, &b) }
    if d.y < c.y { swap(&c, &d) }
    if c.y < a.y { swap(&a, &c) }
    if d.y < b.y { swap(&b, &d) }
    if c.y < b.y { swap(&b, &c) }
    let middle = (a + b + c + d) / 4
    guard a.y < level else { return (0, middle) }
    guard d.y > level else { return (whole, middle) }
    func cut(_ low: Vector, _ high: Vector) -> Vector { low + (high - low) * ((level - low.y) / (high.y - low.y)) }
    let sign: Double = whole < 0 ? -1 : 1
    if b.y >= level { return sum([(a, cut(a, b), cut(a, c), cut(a, d))], sign) }
    if c.y >= level {
      let (ac, ad, bc, bd) = (cut(a, c), cut(a, d), cut(b, c), cut(b, d))
      return sum([(a, b, ac, ad), (b, ac, ad, bd), (b, ac, bc, bd)], sign)
    }
    let over = sum([(d, cut(a, d), cut(b, d), cut(c, d))], sign)
    let under = whole - over.volume
    guard abs(under) > 1e-15 else { return (0, middle) }
    return (under, (middle * whole - over.center * over.volume) / under)
  }

  private static func sum(_ parts: [(Vector, Vector, Vector, Vector)], _ sign: Double) -> (
    volume: Double, center: Vector
  ) {
    var (sum, moment) = (0.0, Vector.zero)
    for part in parts {
      let size = abs(volume(part))
      sum += size
      moment += (part.0 + part.1 + part.2 + part.3) * (size / 4)
    }
    return sum > 0 ? (sum * sign, moment / sum) : (0, parts[0].0)
  }

  private static func volume(_ c: (Vector, Vector, Vector, Vector)) -> Double {
    (c.1 - c.0).dot((c.2 - c.0).cross(c.3 - c.0)) / 6
  }
}

extension Tetrahedra {
  private mutating func addBox(_ half: Vector, at center: Vector = .zero) {
    func corner(_ n: Int) -> Vector {
      center + half * Vector(n & 1 == 0 ? -1 : 1, n & 2 == 0 ? -1 : 1, n & 4 == 0 ? -1 : 1)
    }
    // The six ways from one corner to the opposite one along three edges (Kuhn).
    for (first, second) in [(1, 3), (1, 5), (2, 3), (2, 6), (4, 5), (4, 6)] {
      add(corner(0), corner(first), corner(second), corner(7))
    }
  }

  /// What turns about y: heights with radii, from below.
  private mutating func addLathe(_ outline: [(height: Double, radius: Double)]) {
    let sides = 12
    let rim = (0...sides).map { n in
      let angle = 2 * Double.pi * Double(n % sides) / Double(sides)
      return Vector(Elementary.cos(angle), 0, Elementary.sin(angle))
    }
    for (low, high) in zip(outline, outline.dropFirst()) {
      let (bottom, top) = (Vector(0, low.height, 0), Vector(0, high.height, 0))
      for n in 0..<sides {
        let (a, b) = (bottom + rim[n] * low.radius, bottom + rim[n + 1] * low.radius)
        let (c, d) = (top + rim[n] * high.radius, top + rim[n + 1] * high.radius)
        add(bottom, a, b, top)
        add(top, a, b, c)
        add(top, b, c, d)
      }
    }
  }

  private mutating func addRing(_ radius: Double, _ tube: Double) {
    let (around, about) = (12, 6)
    func point(_ n: Int, _ m: Int) -> Vector {
      let (a, b) = (2 * Double.pi * Double(n) / Double(around), 2 * Double.pi * Double(m) / Double(about))
      let out = radius + tube * Elementary.cos(b)
      return Vector(out * Elementary.cos(a), tube * Elementary.sin(b), out * Elementary.sin(a))
    }
    func middle(_ n: Int) -> Vector {
      let angle = 2 * Double.pi * Double(n) / Double(around)
      return Vector(radius * Elementary.cos(angle), 0, radius * Elementary.sin(angle))
    }
    for n in 0..<around {
      for m in 0..<about {
        add(middle(n), point(n, m), point(n, m + 1), middle(n + 1))
        add(middle(n + 1), point(n, m), point(n, m + 1), point(n + 1, m))
        add(middle(n + 1), point(n, m + 1), point(n + 1, m), point(n + 1, m + 1))
      }
    }
  }

  /// With its corners in the order that makes its volume positive.
  private mutating func add(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) {
    let size = Self.volume((a, b, c, d))
    guard abs(size) > 0 else { return }
    corners.append(size > 0 ? (a, b, c, d) : (a, c, b, d))
  }

  /// Points of a circle by quarters: the ends are heights ±radius.
  private static func arc(_ radius: Double, from: Double, to: Double) -> [(Double, Double)] {
    let steps = 4
    return (0...steps).map { n in
      let angle = Double.pi * (from + (to - from) * Double(n) / Double(steps))
      return (radius * Elementary.sin(angle), max(0, radius * Elementary.cos(angle)))
    }
  }
}
