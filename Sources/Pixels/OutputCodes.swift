import CPixels
import Media

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
