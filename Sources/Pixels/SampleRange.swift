import CPixels
import Media

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
