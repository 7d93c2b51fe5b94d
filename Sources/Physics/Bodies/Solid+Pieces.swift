internal import CBullet
internal import Media
internal import World

extension Solid {
  /// The convex pieces that collide, in the solid's own space.
  ///
  /// - Parameter isFixed: Whether it may be a surface of triangles as it is.
  func pieces(of substance: Substance, part: Int, isFixed: Bool) -> [RigidBody.Piece] {
    switch self {
    case .sphere(let radius): [piece(CBULLET_SPHERE, substance, part, radius: radius)]
    case .box(let size): [piece(CBULLET_BOX, substance, part, size: size)]
    case .cylinder(let radius, let height): [piece(CBULLET_CYLINDER, substance, part, radius: radius, height: height)]
    case .capsule(let radius, let height): [piece(CBULLET_CAPSULE, substance, part, radius: radius, height: height)]
    case .cone(let radius, let height): [piece(CBULLET_CONE, substance, part, radius: radius, height: height)]
    case .ring(let radius, let tube): links(of: radius, tube: tube, substance, part)
    case .mesh(let mesh): [meshPiece(mesh, substance, part, isFixed: isFixed)]
    }
  }

  /// The radius of the largest ball inside, about: what moves further than this in a step could pass through something.
  var reach: Double {
    switch self {
    case .sphere(let radius), .capsule(let radius, _): radius
    case .box(let size): size.min() / 2
    case .cylinder(let radius, let height): min(radius, height / 2)
    case .cone(let radius, let height): min(radius / 2, height / 4)
    case .ring(_, let tube): tube
    case .mesh(let mesh): mesh.bounds.size.min() / 4
    }
  }

  private func piece(
    _ form: CBulletForm, _ substance: Substance, _ part: Int, size: Vector = .zero, radius: Double = 0,
    height: Double = 0, pose: Pose = .origin
  ) -> RigidBody.Piece {
    var piece = CBulletPiece()
    (piece.form, piece.size, piece.radius, piece.height) = (form, CBulletVector(size), radius, height)
    piece.pose = CBulletPose(pose)
    piece.friction = substance.friction
    piece.rolling = substance.rolling
    piece.restitution = substance.restitution
    return RigidBody.Piece(piece: piece, part: part)
  }

  /// A ring as a chain of capsules.
  private func links(of radius: Double, tube: Double, _ substance: Substance, _ part: Int) -> [RigidBody.Piece] {
    let count = 16
    let step = 2 * Double.pi / Double(count)
    // The corners are as much outside the circle as the middles are inside.
    let corner = radius * 2 / (1 + Elementary.cos(step / 2))
    let length = 2 * corner * Elementary.sin(step / 2)
    return (0..<count).map { n in
      let angle = step * Double(n)
      let out = Vector(Elementary.cos(angle), 0, Elementary.sin(angle))
      let place = out * (corner * Elementary.cos(step / 2))
      // Laid down from upright, about the way out.
      let pose = Pose(place, Rotation(about: out, by: .pi / 2))
      return piece(CBULLET_CAPSULE, substance, part, radius: tube, height: length, pose: pose)
    }
  }

  private func meshPiece(_ mesh: Mesh, _ substance: Substance, _ part: Int, isFixed: Bool) -> RigidBody.Piece {
    var piece = piece(isFixed ? CBULLET_MESH : CBULLET_HULL, substance, part)
    piece.points = isFixed ? mesh.vertices.map(Vector.init) : mesh.outermost
    piece.triangles = isFixed ? mesh.triangles : []
    return piece
  }
}
