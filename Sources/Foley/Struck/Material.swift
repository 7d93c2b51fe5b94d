/// What a body is made of.
package enum Material: String, CaseIterable, Sendable {
  case metal, iron, bell, tin, glass, ceramic, stone, concrete, ice, wood, crate, plastic, rubber, cardboard, flesh
  // These give way in grains.
  case snow, sand, gravel, leaves, mud
}

/// The figures of a material, in SI units.
struct Substance {
  /// kg/m³.
  let density: Double
  /// Young's modulus, Pa.
  let stiffness: Double
  /// Rayleigh's damping: a mode of ω radians a second falls as e^(−(α + β·ω²)·t/2); α in 1/s.
  let alpha: Double
  /// β in s.
  let beta: Double
  let shape: Shape
  /// Thickness, of the length: thin things sound low.
  let thickness: Double

  /// Of sound along a thin rod, m/s.
  var speedOfSound: Double { (stiffness / density).squareRoot() }
}

extension Material {
  /// Density, stiffness and damping of ceramic, glass, wood, plastic, iron and metal (steel) are those of Wang and James,
  /// "KleinPAT", 2019, table 4. The others' stiffness and density are handbook values, and their damping is set so that
  /// things of a hand's size ring as long as they do.
  var substance: Substance {
    switch self {
    case .metal: Substance(7850, 2.0e11, 5, 3e-8, .plate, thickness: 0.02)
    case .iron: Substance(8000, 2.1e11, 5, 1e-7, .bar, thickness: 0.08)
    case .bell: Substance(8600, 1.0e11, 1, 2e-8, .bell, thickness: 0.06)
    case .tin: Substance(7300, 1.6e11, 25, 1.5e-7, .ring, thickness: 0.012)
    case .glass: Substance(2600, 6.2e10, 1, 1e-7, .ring, thickness: 0.04)
    case .ceramic: Substance(2700, 7.2e10, 6, 1e-7, .ring, thickness: 0.06)
    case .stone: Substance(2600, 5.0e10, 80, 6e-7, .block, thickness: 0.15)
    case .concrete: Substance(2300, 3.0e10, 120, 2e-6, .block, thickness: 0.1)
    case .ice: Substance(917, 9.0e9, 40, 5e-7, .block, thickness: 0.12)
    case .wood: Substance(750, 1.1e10, 60, 2e-6, .bar, thickness: 0.08)
    case .crate: Substance(600, 8.0e9, 70, 3e-6, .plate, thickness: 0.025)
    case .plastic: Substance(1070, 1.4e9, 30, 1e-6, .ring, thickness: 0.08)
    case .rubber: Substance(1100, 5.0e6, 80, 4e-5, .block, thickness: 0.5)
    case .cardboard: Substance(200, 1.0e9, 150, 1.5e-5, .plate, thickness: 0.015)
    case .flesh: Substance(1000, 2.0e6, 150, 1e-4, .block, thickness: 0.5)
    case .snow: Substance(300, 1.0e6, 250, 1e-4, .block, thickness: 0.5)
    case .sand: Substance(1600, 2.0e7, 300, 1e-4, .block, thickness: 0.3)
    case .gravel: Substance(1700, 1.0e8, 200, 3e-5, .block, thickness: 0.3)
    case .leaves: Substance(100, 5.0e6, 300, 1e-4, .plate, thickness: 0.1)
    case .mud: Substance(1500, 8.0e5, 200, 2e-4, .block, thickness: 0.5)
    }
  }

  /// The grains that it gives way in; nil if it is one piece.
  var grains: Grains? {
    switch self {
    case .snow: Grains(count: 90, seconds: 0.09, low: 900, high: 5_000, damping: 900, share: 1.2)
    case .sand: Grains(count: 260, seconds: 0.07, low: 2_500, high: 11_000, damping: 3_000, share: 0.8)
    case .gravel: Grains(count: 34, seconds: 0.10, low: 1_400, high: 6_500, damping: 550, share: 1.4)
    case .leaves: Grains(count: 70, seconds: 0.16, low: 2_200, high: 9_500, damping: 1_600, share: 3)
    case .mud: Grains(count: 9, seconds: 0.12, low: 250, high: 1_100, damping: 110, rise: 8, share: 0.5)
    default: nil
    }
  }
}

extension Substance {
  fileprivate init(
    _ density: Double, _ stiffness: Double, _ alpha: Double, _ beta: Double, _ shape: Shape, thickness: Double
  ) {
    self.init(
      density: density, stiffness: stiffness, alpha: alpha, beta: beta, shape: shape, thickness: thickness)
  }
}
