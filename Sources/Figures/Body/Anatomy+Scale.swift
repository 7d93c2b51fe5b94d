internal import World

extension Limb {
  func scaled(_ factor: Double) -> Limb { Limb(upper: upper * factor, lower: lower * factor) }
}

extension Anatomy.Joints {
  func scaled(_ factor: Double) -> Anatomy.Joints {
    Anatomy.Joints(
      root: root * factor, belly: belly * factor, chest: chest * factor, neck: neck * factor, head: head * factor,
      shoulder: shoulder * factor, hip: hip * factor, arm: arm.scaled(factor), leg: leg.scaled(factor),
      palm: palm * factor, tail: tail * factor, tailTip: tailTip * factor)
  }
}

extension Anatomy.Features {
  func scaled(_ factor: Double) -> Anatomy.Features {
    Anatomy.Features(
      eye: eye * factor, eyeRadius: eyeRadius * factor, mouth: mouth * factor, mouthDepth: mouthDepth * factor,
      mouthPitch: mouthPitch)
  }
}

extension Anatomy.Leg {
  func scaled(_ factor: Double) -> Anatomy.Leg {
    var leg = self
    leg.hip *= factor
    leg.rest *= factor
    leg.limb = limb.scaled(factor)
    leg.home *= factor
    leg.sole = Sole(radius: sole.radius * factor, heel: sole.heel * factor, ankle: sole.ankle * factor)
    return leg
  }
}

extension Piece {
  func scaled(_ factor: Double) -> Piece {
    var piece = self
    piece.pose.position *= factor
    piece.solid = solid.scaled(factor)
    return piece
  }
}

extension Solid {
  fileprivate func scaled(_ factor: Double) -> Solid {
    switch self {
    case .sphere(let radius): .sphere(radius: radius * factor)
    case .box(let size): .box(size: size * factor)
    case .cylinder(let radius, let height): .cylinder(radius: radius * factor, height: height * factor)
    case .capsule(let radius, let height): .capsule(radius: radius * factor, height: height * factor)
    case .cone(let radius, let height): .cone(radius: radius * factor, height: height * factor)
    case .ring(let radius, let tube): .ring(radius: radius * factor, tube: tube * factor)
    case .mesh(let mesh):
      .mesh(Mesh(vertices: mesh.vertices.map { $0 * Float(factor) }, triangles: mesh.triangles))
    }
  }
}
