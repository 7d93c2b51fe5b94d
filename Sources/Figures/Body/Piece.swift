internal import Media
internal import World

/// A part of a figure, and the bone that carries it.
struct Piece {
  var bone: Bone
  /// Of the solid, in the bone's space: its joint is the origin, and in a limb it hangs down from there.
  var pose: Pose
  var solid: Solid
  var coat: Coat
  /// The part of the body's mass that it has; of what is only seen, 0.
  var mass = 0.0

  init(_ bone: Bone, _ solid: Solid, at place: Vector = .zero, turned: Rotation = .none, _ coat: Coat, mass: Double = 0)
  {
    (self.bone, self.solid, self.pose, self.coat, self.mass) = (bone, solid, Pose(place, turned), coat, mass)
  }

  /// A capsule from one point to another.
  static func bar(
    _ bone: Bone, from a: Vector, to b: Vector, radius: Double, _ coat: Coat, mass: Double = 0
  ) -> Piece {
    let way = b - a
    let turn = Rotation(hanging: way, left: Vector(1, 0, 0))
    return Piece(
      bone, .capsule(radius: radius, height: max(way.length, 1e-4)), at: (a + b) / 2, turned: turn, coat, mass: mass)
  }

  static func ball(_ bone: Bone, _ radius: Double, at place: Vector, _ coat: Coat, mass: Double = 0) -> Piece {
    Piece(bone, .sphere(radius: radius), at: place, coat, mass: mass)
  }

  /// A ball that is as wide, high and deep as its three radii.
  static func egg(_ bone: Bone, _ radii: Vector, at place: Vector, _ coat: Coat, mass: Double = 0) -> Piece {
    Piece(bone, .mesh(.egg(radii)), at: place, coat, mass: mass)
  }
}

/// What a piece is clad in.
enum Coat {
  case skin, hair, top, bottom, shoes
  case white, black, mouth, lips, metal, glow, beak
}

extension Coat {
  /// - Parameters:
  ///   - volume: In m³.
  ///   - mass: In kg; 0 for what is only seen, which is as heavy as water.
  func material(_ figure: Figure, volume: Double, mass: Double) -> Material {
    let density = mass > 0 && volume > 0 ? (mass / volume).held(1...25_000) : 1000
    let isRobot = figure.kind == .robot
    let sound = self == .shoes ? "rubber" : isRobot ? "metal" : "flesh"
    let substance = Substance(
      density: density, friction: self == .shoes ? 0.9 : 0.6, rolling: 0.1, restitution: 0.1, sound: sound)
    return Material(name: "\(self)", substance: substance, surface: surface(figure))
  }

  private func surface(_ figure: Figure) -> Surface {
    let colors = figure.kind.colors(figure.colors)
    let isAnimal = figure.kind.isAnimal
    switch self {
    case .skin where figure.kind == .robot: return Surface(Color(rgba: 0xc9ce_d6ff), roughness: 0.3, metal: 0.8)
    case .skin: return Surface(colors.skin, pattern: isAnimal ? .fur : .skin, scale: 0.05, roughness: 0.65)
    case .hair: return Surface(colors.hair, pattern: isAnimal ? .fur : .plain, scale: 0.04, roughness: 0.7)
    case .top where figure.kind == .robot: return Surface(colors.top, roughness: 0.35, metal: 0.3)
    case .top: return Surface(colors.top, pattern: .fabric, scale: 0.02, roughness: 0.85)
    case .bottom where figure.kind == .robot: return Surface(colors.bottom, roughness: 0.35, metal: 0.3)
    case .bottom: return Surface(colors.bottom, pattern: .fabric, scale: 0.02, roughness: 0.9)
    case .shoes: return Surface(colors.shoes, roughness: 0.5)
    case .white: return Surface(Color(rgba: 0xf7f5_f0ff), roughness: 0.15)
    case .black: return Surface(Color(rgba: 0x1713_12ff), roughness: 0.1)
    case .mouth: return Surface(Color(rgba: 0x5a1a_1cff), roughness: 0.5)
    case .lips: return Surface(Color(rgba: 0x9c4a_40ff), roughness: 0.5)
    case .metal: return Surface(Color(rgba: 0x7075_7dff), roughness: 0.3, metal: 0.9)
    case .glow: return Surface(Color(rgba: 0x6fe3_ffff), roughness: 0.2, glow: 2)
    case .beak: return Surface(Color(rgba: 0xe8a3_2cff), roughness: 0.4)
    }
  }
}

extension Figure.Kind {
  var isAnimal: Bool { ![.person, .child, .robot].contains(self) }

  /// Nobody means a dog in human skin: colours that were left alone are the animal's own.
  func colors(_ given: Figure.Colors) -> Figure.Colors {
    guard isAnimal, given == Figure.Colors() else { return given }
    func fur(_ skin: UInt32, _ hair: UInt32) -> Figure.Colors {
      Figure.Colors(skin: Color(rgba: skin), hair: Color(rgba: hair), top: Color(rgba: 0xd96b_3bff))
    }
    switch self {
    case .dog: return fur(0xc08a_52ff, 0x6b42_26ff)
    case .cat: return fur(0x8c8a_88ff, 0x5c5a_58ff)
    case .horse: return fur(0x7a46_28ff, 0x2a1a_12ff)
    default: return fur(0x7d6a_58ff, 0x5a4a_3eff)
    }
  }
}
