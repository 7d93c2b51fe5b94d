internal import Media
internal import World

/// How a rope or a spring is drawn between its ends: as small solids, of which each is a prop.
struct Cord: Sendable {
  let link: Int
  let look: Look
  /// Where down is, for what hangs slack.
  let down: Vector

  enum Look: Sendable {
    case rope(length: Double, thickness: Double, Surface)
    case spring(length: Double)
  }

  private static let count = 16

  init?(_ link: Link, number: Int, gravity: Vector) {
    switch link.kind {
    case .rope(let length, let thickness, let material):
      look = .rope(length: length, thickness: thickness, material.surface)
    case .spring(let length, _, _): look = .spring(length: length)
    default: return nil
    }
    (self.link, down) = (number, gravity.normalized)
  }

  func props(owner: String) -> [Stage.Prop] {
    let (solid, surface) =
      switch look {
      case .rope(let length, let thickness, let surface):
        (Solid.capsule(radius: thickness / 2, height: length / Double(Cord.count)), surface)
      case .spring(let length):
        (Solid.ring(radius: max(length * 0.08, 0.01), tube: max(length * 0.012, 0.002)), Cord.steel)
      }
    return Array(repeating: Stage.Prop(owner: owner, solid: solid, surface: surface), count: Cord.count)
  }

  private static let steel = Surface(Color(rgba: 0x9aa0_a8ff), roughness: 0.3, metal: 1)

  func poses(between ends: Record.Ends?) -> [Pose?] {
    guard let ends else { return Array(repeating: nil, count: Cord.count) }
    let points = (0...Cord.count).map { point(Double($0) / Double(Cord.count), between: ends) }
    return (0..<Cord.count).map { n in
      let middle = (points[n] + points[n + 1]) / 2
      return Pose(middle, Rotation(from: .up, to: points[n + 1] - points[n]))
    }
  }

  private func point(_ fraction: Double, between ends: Record.Ends) -> Vector {
    let straight = ends.first + (ends.second - ends.first) * fraction
    return straight + down * (sag(over: (ends.second - ends.first).length) * 4 * fraction * (1 - fraction))
  }

  /// How deep a slack rope hangs: a parabola of nearly its length.
  private func sag(over distance: Double) -> Double {
    guard case .rope(let length, _, _) = look, distance < length else { return 0 }
    return 0.43 * (length * length - distance * distance).squareRoot()
  }
}

extension Rotation {
  /// The shortest turn that takes one direction to another.
  init(from first: Vector, to second: Vector) {
    let (a, b) = (first.normalized, second.normalized)
    let scalar = 1 + a.dot(b)
    guard scalar > 1e-9 else {
      let across = abs(a.x) < 0.6 ? a.cross(Vector(1, 0, 0)) : a.cross(Vector(0, 1, 0))
      self.init(quaternion: SIMD4(across.normalized, 0))
      return
    }
    let quaternion = SIMD4(a.cross(b), scalar)
    self.init(quaternion: quaternion / (quaternion * quaternion).sum().squareRoot())
  }
}
