internal import World

extension Solid {
  /// The half edges of the smallest upright box about it, turned by a rotation.
  func halfExtent(_ rotation: Rotation) -> Vector {
    // A solid is the sum of a segment or a box and a round thing, and extents add up.
    func spread(_ half: Vector) -> Vector {
      let (x, y, z) = (rotation(Vector(half.x, 0, 0)), rotation(Vector(0, half.y, 0)), rotation(Vector(0, 0, half.z)))
      return x.absolute + y.absolute + z.absolute
    }
    func disc(_ radius: Double) -> Vector {
      let axis = rotation(.up)
      let rest = Vector(1, 1, 1) - axis * axis
      return radius * Vector(rest.x.root, rest.y.root, rest.z.root)
    }
    switch self {
    case .sphere(let radius): return Vector(repeating: radius)
    case .box(let size): return spread(size / 2)
    case .cylinder(let radius, let height), .cone(let radius, let height):
      return disc(radius) + spread(Vector(0, height / 2, 0))
    case .capsule(let radius, let height): return Vector(repeating: radius) + spread(Vector(0, height / 2, 0))
    case .ring(let radius, let tube): return disc(radius) + Vector(repeating: tube)
    case .mesh(let mesh):
      return mesh.vertices.reduce(.zero) { half, vertex in
        let place = rotation(Vector(vertex)).absolute
        return pointwiseMax(half, place)
      }
    }
  }
}

extension Vector {
  var absolute: Vector { Vector(Swift.abs(x), Swift.abs(y), Swift.abs(z)) }
}

extension Double {
  /// The square root; what rounding has made negative is 0.
  fileprivate var root: Double { Swift.max(self, 0).squareRoot() }
}

/// An upright box in the world.
struct Bounds: Hashable, Sendable {
  var low: Vector
  var high: Vector

  init(_ low: Vector, _ high: Vector) { (self.low, self.high) = (low, high) }

  /// Of parts in the space of a pose; nil if there are none.
  init?(_ parts: [Part], in pose: Pose) {
    let boxes = parts.map { part in
      let placed = pose * part.pose
      let half = part.solid.halfExtent(placed.rotation)
      return Bounds(placed.position - half, placed.position + half)
    }
    guard let first = boxes.first else { return nil }
    self = boxes.dropFirst().reduce(first) { $0.union($1) }
  }

  func union(_ other: Bounds) -> Bounds {
    Bounds(pointwiseMin(low, other.low), pointwiseMax(high, other.high))
  }

  var center: Vector { (low + high) / 2 }
  var size: Vector { high - low }
  /// How far it reaches from its middle on the ground.
  var radius: Double { Swift.max(size.x, size.z) / 2 }
}
