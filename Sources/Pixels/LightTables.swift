import CPixels
import Media

/// Light of every code of 14 bits, and the other way round.
///
/// Where sRGB's curve is steepest, near black, a step of light is a fifth of a code of 8 bits; so 14 bits are enough for
/// both (see docs/decisions/colour.md).
private enum LightTables {
  static let light = table(Light.light(ofCode:))
  static let codes = table(Light.code(ofLight:))

  private static func table(_ curve: (Double) -> Double) -> [Int16] {
    let one = Double(Opacity.one)
    return (0...Int(one)).map { Int16((curve(Double($0) / one) * one).rounded()) }
  }
}

extension PixelRow {
  /// Counts light where codes were counted.
  func countLight(_ count: Int) { recount(LightTables.light, count) }

  /// Counts codes where light was counted.
  func countCodes(_ count: Int) { recount(LightTables.codes, count) }

  private func recount(_ table: [Int16], _ count: Int) {
    for channel in 0..<3 { pixels_recount(self[channel], alpha, table, count) }
  }
}
