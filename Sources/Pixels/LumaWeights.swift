import CPixels
import Media

/// The share of red and blue in luma, and what follows from it. H.273, table 4 (matrix coefficients).
struct LumaWeights {
  let red, blue: Double
  var green: Double { 1 - red - blue }

  init(_ matrix: ColorDescription.Matrix) {
    switch matrix {
    case .bt601: (red, blue) = (0.299, 0.114)
    case .bt709, .rgb: (red, blue) = (0.2126, 0.0722)
    case .bt2020: (red, blue) = (0.2627, 0.0593)
    }
  }
}

/// Black, and the lengths of the luma and chroma scales, in 14-bit samples.
struct SampleRange {
  let black, luma, chroma: Double

  init(_ range: ColorDescription.Range, bits: Int) {
    let full = Double((1 << bits) - 1) * 16_384 / Double(1 << bits)
    switch range {
    case .limited: (black, luma, chroma) = (16 * 64, 219 * 64, 224 * 64)
    case .full: (black, luma, chroma) = (0, full.rounded(.down), full.rounded(.down))
    }
  }

  /// The multiplier that makes 16384 of twice `length`, in Q15.
  static func unit(_ length: Double) -> Int16 { Int16((16_384 / (2 * length) * 32_768).rounded()) }
}

extension pixels_matrix {
  /// From samples of a picture to red, green and blue.
  init(_ matrix: ColorDescription.Matrix, _ range: SampleRange) {
    let weights = LumaWeights(matrix)
    let step = 16_384 / (4 * range.chroma) * 32_768
    let red = 2 * (1 - weights.red)
    let blue = 2 * (1 - weights.blue)
    self.init(
      black: Int16(range.black), luma: SampleRange.unit(range.luma),
      red_cr: Int16((red * step).rounded()),
      green_cb: Int16((-blue * weights.blue / weights.green * step).rounded()),
      green_cr: Int16((-red * weights.red / weights.green * step).rounded()),
      blue_cb: Int16((blue * step).rounded()))
  }
}

extension pixels_code {
  // Codes of 8 bits in limited range, in Q7. Green takes what the others leave, so that grey is exact.
  private static let weights = LumaWeights(.bt709)
  private static let half: Int32 = 1 << 20

  static let luma = {
    let red = Int16((219 * weights.red * 128).rounded())
    let blue = Int16((219 * weights.blue * 128).rounded())
    // Colours are counted from half of alpha: it comes back here, as half of the whole scale.
    let whole: Int16 = 219 * 128
    return pixels_code(r: red, g: whole - red - blue, b: blue, a: whole / 2, offset: 16 << 21 + half)
  }()

  static let blueDifference = {
    let red = Int16((-weights.red * 112 / (1 - weights.blue) * 128).rounded())
    let blue: Int16 = 112 * 128
    return pixels_code(r: red, g: -red - blue, b: blue, a: 0, offset: 128 << 21 + half)
  }()

  static let redDifference = {
    let blue = Int16((-weights.blue * 112 / (1 - weights.red) * 128).rounded())
    let red: Int16 = 112 * 128
    return pixels_code(r: red, g: -red - blue, b: blue, a: 0, offset: 128 << 21 + half)
  }()
}
