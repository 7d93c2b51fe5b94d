import Media
import Pixels
import Plan

extension Cel {
  /// With its colours corrected: first what each colour goes through by itself, then hue and saturation.
  func graded(_ grade: Grade) -> Cel {
    let tones = grade.tones.map { tones in mapped(tones[0], tones[1], tones[2]) } ?? self
    return grade.matrix.map { tones.turned(by: $0) } ?? tones
  }
}

extension Grade {
  /// Tables for red, green and blue; nil if they would change nothing.
  fileprivate var tones: [ToneTable]? {
    var plain = self
    (plain.hue, plain.saturation) = (0, 1)
    guard plain != Grade() else { return nil }
    // Light of a colour, times a stop each for the sides of the two balances.
    let balances = [temperature - tint / 2, tint, -temperature - tint / 2]
    return balances.map { balance in
      let light = Elementary.exp2(exposure + balance * 0.75)
      return ToneTable { tone($0, light: light) }
    }
  }

  /// Exposure in linear light, contrast about the middle of the coded picture; then ASC CDL 1.2: slope, offset, power.
  private func tone(_ code: Double, light: Double) -> Double {
    let exposed = light == 1 ? code : Grade.coded(Grade.linear(code) * light)
    let steeper = (exposed - 0.5) * contrast + 0.5
    return Elementary.power(max(0, steeper * gain + lift), 1 / max(gamma, 0.01))
  }

  // Light as BT.1886 shows it, with black at none.
  private static func linear(_ code: Double) -> Double { Elementary.power(code, 2.4) }
  private static func coded(_ light: Double) -> Double { Elementary.power(light, 1 / 2.4) }

  /// Hue about the axis of greys and saturation away from it, by BT.709's luma; nil if they would change nothing.
  fileprivate var matrix: [Double]? {
    guard hue != 0 || saturation != 1 else { return nil }
    let luma = [0.2126, 0.7152, 0.0722]
    let (sin, cos) = (Elementary.sin(hue * .pi / 180), Elementary.cos(hue * .pi / 180))
    // As in the filter `hue-rotate` of W3C Filter Effects, section 9.4, with saturation on top.
    let turn = [
      [0.787, -0.715, -0.072, -0.213, -0.715, 0.928], [-0.213, 0.285, -0.072, 0.143, 0.140, -0.283],
      [-0.213, -0.715, 0.928, -0.787, 0.715, 0.072],
    ].map { row in (0..<3).map { luma[$0] + cos * row[$0] + sin * row[$0 + 3] } }
    let fixed = turn.map { row in
      // The standard's three decimals do not add up to one; greys must stay grey.
      let rest = (1 - row.reduce(0, +)) / 3
      return row.map { $0 + rest }
    }
    return fixed.flatMap { row in (0..<3).map { luma[$0] + saturation * (row[$0] - luma[$0]) } }
  }
}
