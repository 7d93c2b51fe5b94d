internal import World

/// A head with a face that can blink, look, smile and speak, of parts that only move and never change their form.
///
/// A lid is a ball a little larger than the eye that waits behind it and comes forward. A mouth is an egg that comes out of the
/// head: the further, the wider the patch of it that shows. The space of the head begins at the chin's height.
struct Face {
  let head: Double
  /// Of the skull.
  let radii: Vector
  let centre: Vector

  init(_ p: Proportions) {
    head = p.head
    radii = Vector(0.435, 0.50, 0.47) * p.head
    centre = Vector(0, 0.5 * p.head, 0.01 * p.head)
  }

  var eyeRadius: Double { head * 0.092 }

  /// A point on the face, seen from the front, in heads from its centre.
  func surface(_ x: Double, _ y: Double) -> Vector {
    let (u, v) = (x * head / radii.x, y * head / radii.y)
    return centre + Vector(x * head, y * head, radii.z * max(0, 1 - u * u - v * v).squareRoot())
  }

  func eye(_ side: Side) -> Vector { surface(0.165 * side.sign, 0.03) - Vector(0, 0, eyeRadius * 0.55) }
  var mouth: Vector { surface(0, -0.305) }
  /// How far behind the skin an open mouth waits.
  var mouthDepth: Double { head * 0.06 }

  var features: Anatomy.Features {
    Anatomy.Features(eye: eye(.left), eyeRadius: eyeRadius, mouth: mouth, mouthDepth: mouthDepth, mouthPitch: 0.58)
  }

  var pieces: [Piece] {
    [
      .egg(.head, radii, at: centre, .skin, mass: Share.head - 0.01),
      .ball(.head, 0.062 * head, at: surface(0, -0.085) + Vector(0, 0, 0.012 * head), .skin),
      Piece(.head, .mesh(.tube(smile, radius: 0.014 * head)), .lips),
      .egg(.wideMouth, Vector(0.14, 0.075, 0.06) * head, at: .zero, .mouth),
      .egg(.roundMouth, Vector(0.075, 0.095, 0.06) * head, at: .zero, .mouth),
    ] + Side.allCases.flatMap { ear($0) + eyePieces($0) + [brow($0)] }
  }

  private var smile: [Vector] {
    (-6...6).map { step in
      let x = Double(step) / 6
      return surface(0.145 * x, -0.265 + 0.05 * x * x)
    }
  }

  private func ear(_ side: Side) -> [Piece] {
    [.egg(.head, Vector(0.04, 0.105, 0.075) * head, at: centre + Vector(side.sign * 0.44, -0.03, -0.02) * head, .skin)]
  }

  private func eyePieces(_ side: Side) -> [Piece] {
    let (eye, lid) = (Bone.eye(side), Bone.lid(side))
    return [
      .ball(eye, eyeRadius, at: .zero, .white),
      .ball(eye, eyeRadius * 0.62, at: Vector(0, 0, eyeRadius * 0.44), .black),
      .ball(eye, eyeRadius * 0.14, at: Vector(0.22, 0.28, 0.97) * eyeRadius, .white),
      .ball(lid, eyeRadius * 1.12, at: .zero, .skin),
    ]
  }

  private func brow(_ side: Side) -> Piece {
    .bar(
      .brows, from: surface(0.09 * side.sign, 0.185), to: surface(0.245 * side.sign, 0.175), radius: 0.02 * head, .hair)
  }
}

/// How hair is worn. Each is a cap that is set back from the face, with what is added to it.
enum HairStyle: CaseIterable {
  case short, bob, bun, tuft

  /// Somebody has the same hair every time.
  init(_ name: String) {
    var dice = Dice(0, name)
    self = HairStyle.allCases[Int(dice.next() % UInt64(HairStyle.allCases.count))]
  }

  func pieces(_ face: Face) -> [Piece] {
    let (h, centre) = (face.head, face.centre)
    let cap = Piece.egg(.head, Vector(0.465, 0.455, 0.48) * h, at: centre + Vector(0, 0.085, -0.085) * h, .hair)
    let fringe = Piece.egg(.head, Vector(0.30, 0.12, 0.16) * h, at: centre + Vector(0.06, 0.37, 0.26) * h, .hair)
    switch self {
    case .short: return [cap, fringe]
    case .tuft:
      return [cap, .egg(.head, Vector(0.16, 0.12, 0.20) * h, at: centre + Vector(0, 0.40, 0.24) * h, .hair)]
    case .bob:
      return [
        cap, fringe, .egg(.head, Vector(0.47, 0.46, 0.34) * h, at: centre + Vector(0, -0.13, -0.21) * h, .hair),
      ]
    case .bun: return [cap, fringe, .ball(.head, 0.19 * h, at: centre + Vector(0, 0.30, -0.50) * h, .hair)]
    }
  }
}
