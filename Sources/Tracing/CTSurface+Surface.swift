internal import CTracing
internal import World

extension CTSurface {
  /// A surface in the manner of a look.
  init(_ surface: Surface, look: Look = .plain) {
    self.init(
      color: CTVector(surface.color), second: CTVector(surface.second), scale: surface.scale.held(0.001, 1000),
      roughness: surface.roughness.held(0.02, 1), metal: surface.metal.held(0, 1),
      clarity: surface.clarity.held(0, 1), refraction: surface.refraction.held(1, 3), glow: surface.glow.held(0, 1000),
      pattern: Int32(surface.pattern.code.rawValue))
    follow(look)
  }

  /// Clay and paper are matt and let nothing through.
  private mutating func follow(_ look: Look) {
    guard look == .clay || look == .paper else { return }
    (roughness, metal, clarity) = (look == .clay ? 0.75 : 1, 0, 0)
    pattern = Int32(pattern == Int32(CTPlain.rawValue) || look == .paper ? Int32(CTPlain.rawValue) : pattern)
  }
}

extension Surface.Pattern {
  fileprivate var code: CTPattern {
    switch self {
    case .plain: CTPlain
    case .wood: CTWood
    case .planks: CTPlanks
    case .brick: CTBrick
    case .stone: CTStone
    case .marble: CTMarble
    case .checker: CTChecker
    case .tiles: CTTiles
    case .stripes: CTStripes
    case .dots: CTDots
    case .grass: CTGrass
    case .sand: CTSand
    case .asphalt: CTAsphalt
    case .snow: CTSnow
    case .concrete: CTConcrete
    case .fabric: CTFabric
    case .leather: CTLeather
    case .rust: CTRust
    case .basketball: CTBasketball
    case .football: CTFootball
    case .tennis: CTTennis
    case .cardboard: CTCardboard
    case .skin: CTSkinned
    case .fur: CTFur
    case .leaves: CTLeaves
    case .ripples: CTRipples
    }
  }
}
