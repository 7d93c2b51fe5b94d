internal import CRays
internal import World

extension CRSurface {
  /// A surface in the manner of a look.
  init(_ surface: Surface, look: Look = .plain) {
    self.init(
      color: CRVector(surface.color), second: CRVector(surface.second), scale: surface.scale.held(0.001, 1000),
      roughness: surface.roughness.held(0.02, 1), metal: surface.metal.held(0, 1),
      clarity: surface.clarity.held(0, 1), refraction: surface.refraction.held(1, 3), glow: surface.glow.held(0, 1000),
      pattern: Int32(surface.pattern.code.rawValue))
    follow(look)
  }

  /// Clay and paper are matt and let nothing through.
  private mutating func follow(_ look: Look) {
    guard look == .clay || look == .paper else { return }
    (roughness, metal, clarity) = (look == .clay ? 0.75 : 1, 0, 0)
    pattern = Int32(pattern == Int32(CRPlain.rawValue) || look == .paper ? Int32(CRPlain.rawValue) : pattern)
  }
}

extension Surface.Pattern {
  fileprivate var code: CRPattern {
    switch self {
    case .plain: CRPlain
    case .wood: CRWood
    case .planks: CRPlanks
    case .brick: CRBrick
    case .stone: CRStone
    case .marble: CRMarble
    case .checker: CRChecker
    case .tiles: CRTiles
    case .stripes: CRStripes
    case .dots: CRDots
    case .grass: CRGrass
    case .sand: CRSand
    case .asphalt: CRAsphalt
    case .snow: CRSnow
    case .concrete: CRConcrete
    case .fabric: CRFabric
    case .leather: CRLeather
    case .rust: CRRust
    case .basketball: CRBasketball
    case .football: CRFootball
    case .tennis: CRTennis
    case .cardboard: CRCardboard
    case .skin: CRSkinned
    case .fur: CRFur
    case .leaves: CRLeaves
    case .ripples: CRRipples
    }
  }
}
