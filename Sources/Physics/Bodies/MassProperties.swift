internal import World

/// How heavy something is, where its middle is, and how it resists being turned.
struct MassProperties: Equatable {
  var volume = 0.0
  var mass = 0.0
  var center = Vector.zero
  /// About the centre.
  var inertia = Tensor()

  /// Of some bodies held together.
  static func sum(_ parts: [MassProperties]) -> MassProperties {
    var whole = MassProperties()
    whole.volume = parts.reduce(0) { $0 + $1.volume }
    whole.mass = parts.reduce(0) { $0 + $1.mass }
    guard whole.mass > 0 else { return whole }
    whole.center = parts.reduce(.zero) { $0 + $1.center * $1.mass } / whole.mass
    for part in parts { whole.inertia += part.inertia + .point(part.mass, at: part.center - whole.center) }
    return whole
  }

  /// The same body elsewhere.
  func placed(at pose: Pose) -> MassProperties {
    var placed = self
    placed.center = pose(center)
    placed.inertia = inertia.turned(by: pose.rotation)
    return placed
  }

  func scaled(toMass new: Double) -> MassProperties {
    guard mass > 0 else { return self }
    var scaled = self
    scaled.mass = new
    scaled.inertia = inertia * (new / mass)
    return scaled
  }
}

extension MassProperties {
  /// Of a part, in the thing's own space.
  init(_ part: Part) {
    self = MassProperties(part.solid, density: part.material.substance.density).placed(at: part.pose)
  }

  /// Of a solid about its own centre; formulas of any table of moments of inertia.
  init(_ solid: Solid, density: Double) {
    switch solid {
    case .sphere(let r):
      self.init(volume: 4 / 3 * .pi * r * r * r, density, Vector(repeating: 2 / 5 * r * r))
    case .box(let size):
      let s = size * size
      self.init(volume: size.x * size.y * size.z, density, Vector(s.y + s.z, s.x + s.z, s.x + s.y) / 12)
    case .cylinder(let r, let h):
      let across = (3 * r * r + h * h) / 12
      self.init(volume: .pi * r * r * h, density, Vector(across, r * r / 2, across))
    case .capsule(let r, let h):
      self = .capsule(radius: r, height: h, density: density)
    case .cone(let r, let h):
      let across = 3 / 80 * (4 * r * r + h * h)
      self.init(volume: .pi * r * r * h / 3, density, Vector(across, 3 / 10 * r * r, across))
      center = Vector(0, -h / 4, 0)
    case .ring(let r, let tube):
      let across = r * r / 2 + 5 / 8 * tube * tube
      self.init(
        volume: 2 * .pi * .pi * r * tube * tube, density, Vector(across, r * r + 3 / 4 * tube * tube, across))
    case .mesh(let mesh):
      self = .mesh(mesh, density: density)
    }
  }

  /// - Parameter perMass: The moments about the three axes, for 1 kg.
  private init(volume: Double, _ density: Double, _ perMass: Vector) {
    self.volume = volume
    mass = volume * density
    inertia = Tensor(diagonal: perMass * mass)
  }

  private static func capsule(radius r: Double, height h: Double, density: Double) -> MassProperties {
    let middle = MassProperties(.cylinder(radius: r, height: h), density: density)
    var ends = MassProperties(.sphere(radius: r), density: density)
    // A half ball's middle is 3/8 of the radius from its flat; both halves together, moved out by h / 2.
    let across = ends.mass * (h * h / 4 + 3 / 8 * r * h)
    ends.inertia += Tensor(diagonal: Vector(across, 0, across))
    return sum([middle, ends])
  }

  /// The sum of the tetrahedra between the origin and each triangle; of what is not closed, the box around it.
  private static func mesh(_ mesh: Mesh, density: Double) -> MassProperties {
    var (volume, moment, second) = (0.0, Vector.zero, Tensor())
    for triangle in mesh.triangles {
      let (a, b, c) = mesh.corners(of: triangle)
      let part = a.dot(b.cross(c)) / 6
      let sum = a + b + c
      volume += part
      moment += sum * (part / 4)
      second += (Tensor.product(a) + .product(b) + .product(c) + .product(sum)) * (part / 20)
    }
    let box = mesh.bounds
    guard volume > 0.001 * box.size.x * box.size.y * box.size.z else {
      let around = MassProperties(.box(size: box.size), density: density)
      return around.placed(at: Pose(box.center))
    }
    let center = moment / volume
    let spread = (second + Tensor.product(center) * -volume) * density
    var whole = MassProperties()
    (whole.volume, whole.mass, whole.center) = (volume, volume * density, center)
    whole.inertia = Tensor(diagonal: Vector(repeating: spread.trace)) + spread * -1
    return whole
  }
}
