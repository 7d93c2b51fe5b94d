internal import World

extension Solid {
  /// How far a point of its own space is from the surface (inside: below 0), and which way is out.
  func distance(to p: Vector) -> (distance: Double, out: Vector) {
    switch self {
    case .sphere(let radius): return Self.round(p, radius)
    case .box(let size): return Self.box(p, size / 2)
    case .capsule(let radius, let height):
      return Self.round(p - Vector(0, min(max(p.y, -height / 2), height / 2), 0), radius)
    case .cylinder(let radius, let height): return Self.cylinder(p, radius, height / 2)
    case .cone(let radius, let height):
      let here = radius * min(max(0.5 - p.y / height, 0.02), 1)
      return Self.cylinder(p, here, height / 2)
    case .ring(let radius, let tube):
      let flat = Vector(p.x, 0, p.z)
      return Self.round(p - flat.normalized * radius, tube)
    case .mesh(let mesh):
      let box = mesh.bounds
      return Self.box(p - box.center, box.size / 2)
    }
  }

  private static func round(_ p: Vector, _ radius: Double) -> (Double, Vector) {
    let length = p.length
    return (length - radius, length > 0 ? p / length : .up)
  }

  private static func box(_ p: Vector, _ half: Vector) -> (Double, Vector) {
    let beyond = pointwiseMax(Vector(abs(p.x), abs(p.y), abs(p.z)) - half, .zero)
    let signs = Vector(p.x < 0 ? -1 : 1, p.y < 0 ? -1 : 1, p.z < 0 ? -1 : 1)
    if beyond != .zero { return (beyond.length, (beyond * signs).normalized) }
    let depth = half - Vector(abs(p.x), abs(p.y), abs(p.z))
    var out = Vector.zero
    let axis = depth.x == depth.min() ? 0 : depth.y == depth.min() ? 1 : 2
    out[axis] = signs[axis]
    return (-depth.min(), out)
  }

  private static func cylinder(_ p: Vector, _ radius: Double, _ half: Double) -> (Double, Vector) {
    let flat = Vector(p.x, 0, p.z)
    let (side, end) = (flat.length - radius, abs(p.y) - half)
    let (out, up) = (flat.normalized, Vector(0, p.y < 0 ? -1 : 1, 0))
    guard side > 0, end > 0 else { return side > end ? (side, out) : (end, up) }
    let way = out * side + up * end
    return (way.length, way.normalized)
  }
}
