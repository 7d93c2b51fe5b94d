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
    piece.solid = solid.scaled(by: factor)
    return piece
  }
}
