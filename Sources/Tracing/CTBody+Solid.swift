internal import CTracing
internal import World

extension Solid {
  /// Form and size; a mesh has none, and is found by its number.
  var form: (CTForm, CTVector) {
    func sized(_ x: Double, _ y: Double = 1, _ z: Double = 1) -> CTVector {
      CTVector(x: x.held(1e-4, 1e5), y: y.held(1e-4, 1e5), z: z.held(1e-4, 1e5))
    }
    return switch self {
    case .sphere(let radius): (CTSphere, sized(radius))
    case .box(let size): (CTBox, sized(size.x, size.y, size.z))
    case .cylinder(let radius, let height): (CTCylinder, sized(radius, height))
    case .capsule(let radius, let height): (CTCapsule, sized(radius, height))
    case .cone(let radius, let height): (CTCone, sized(radius, height))
    case .ring(let radius, let tube): (CTRing, sized(radius, tube))
    case .mesh: (CTMeshed, sized(1))
    }
  }
}
