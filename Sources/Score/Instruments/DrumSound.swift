/// What a drum is made of: a skin whose pitch falls, noise through a filter, and metal.
struct DrumSound: Sendable {
  /// The skin: Hz at first and in the end, seconds to fall there, seconds to ring.
  var skin: (from: Double, to: Double, fall: Double, ring: Double) = (0, 0, 1, 1)
  var skinLevel = 0.0
  /// The noise: Hz of its band, how narrow, seconds to ring.
  var band: (frequency: Double, resonance: Double, ring: Double) = (1000, 0.7, 0.1)
  var noiseLevel = 0.0
  /// Whether only what lies above the band is heard.
  var isHigh = false
  /// Seconds until the noise is full, as in a shaker.
  var swell = 0.0
  /// How many hands clap, eleven milliseconds apart.
  var claps = 1
  var metalLevel = 0.0
  var pan = 0.0

  /// Seconds until nothing is heard.
  var length: Double { 1.2 * max(skinLevel > 0 ? skin.ring : 0, band.ring) + swell + 0.012 * Double(claps) }

  /// The drum of one of General MIDI's percussion keys.
  static func key(_ key: Int) -> DrumSound {
    switch key {
    case ...36: kick
    case 37: rim
    case 38, 40: snare
    case 39: clap
    case 42, 44: hat
    case 46: openHat
    case 41, 43: tom(75, pan: 0.35)
    case 45, 47: tom(105, pan: 0.1)
    case 48, 50: tom(150, pan: -0.3)
    case 49, 52, 55, 57: crash
    case 51, 53, 59: ride
    case 54, 69, 70, 82: shaker
    case 75, 76, 77: block(key == 77 ? 850 : 1100)
    case 60...66: tom(key % 2 == 0 ? 260 : 190, pan: 0.3)
    case 56, 67, 68, 80, 81: ride
    default: rim
    }
  }

  private static let kick = DrumSound(
    skin: (150, 47, 0.035, 0.38), skinLevel: 0.85, band: (2600, 0.7, 0.012), noiseLevel: 0.25)
  private static let snare = DrumSound(
    skin: (260, 182, 0.02, 0.16), skinLevel: 0.3, band: (1900, 0.6, 0.24), noiseLevel: 0.34, isHigh: true)
  private static let rim = DrumSound(
    skin: (900, 820, 0.005, 0.05), skinLevel: 0.25, band: (3000, 2, 0.03), noiseLevel: 0.3, pan: 0.15)
  private static let clap = DrumSound(band: (1250, 1.6, 0.2), noiseLevel: 0.5, claps: 3, pan: -0.1)
  private static let hat = DrumSound(
    band: (7500, 0.7, 0.07), noiseLevel: 0.13, isHigh: true, metalLevel: 0.06, pan: 0.3)
  private static let openHat = DrumSound(
    band: (7000, 0.7, 0.5), noiseLevel: 0.11, isHigh: true, metalLevel: 0.06, pan: 0.3)
  private static let crash = DrumSound(
    band: (4200, 0.6, 2.2), noiseLevel: 0.17, isHigh: true, metalLevel: 0.05, pan: -0.35)
  private static let ride = DrumSound(
    band: (6000, 1.2, 1.0), noiseLevel: 0.05, isHigh: true, metalLevel: 0.09, pan: 0.4)
  private static let shaker = DrumSound(band: (6200, 1.1, 0.09), noiseLevel: 0.16, isHigh: true, swell: 0.03, pan: -0.4)

  private static func tom(_ frequency: Double, pan: Double) -> DrumSound {
    DrumSound(
      skin: (frequency * 1.5, frequency, 0.06, 0.55), skinLevel: 0.6, band: (frequency * 6, 0.7, 0.03), noiseLevel: 0.2,
      pan: pan)
  }

  private static func block(_ frequency: Double) -> DrumSound {
    DrumSound(skin: (frequency * 1.02, frequency, 0.01, 0.08), skinLevel: 0.35, noiseLevel: 0, pan: 0.25)
  }
}
