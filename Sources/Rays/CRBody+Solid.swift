internal import CRays
internal import World

extension Solid {
  /// Form and size; a mesh has none, and is found by its number.
  var form: (CRForm, CRVector) {
    func sized(_ x: Double, _ y: Double = 1, _ z: Double = 1) -> CRVector {
      CRVector(x: x.held(1e-4, 1e5), y: y.held(1e-4, 1e5), z: z.held(1e-4, 1e5))
    }
    return switch self {
    case .sphere(let radius): (CRSphere, sized(radius))
    case .box(let size): (CRBox, sized(size.x, size.y, size.z))
    case .cylinder(let radius, let height): (CRCylinder, sized(radius, height))
    case .capsule(let radius, let height): (CRCapsule, sized(radius, height))
    case .cone(let radius, let height): (CRCone, sized(radius, height))
    case .ring(let radius, let tube): (CRRing, sized(radius, tube))
    case .mesh: (CRMeshed, sized(1))
    }
  }
}
