import Media

/// The formulas of BT.601, BT.709 and BT.2020 in double precision, as the standards write them.
enum Book {
  static func weights(_ matrix: ColorDescription.Matrix) -> (red: Double, blue: Double) {
    switch matrix {
    case .bt601: (0.299, 0.114)
    case .bt2020: (0.2627, 0.0593)
    case .bt709, .rgb: (0.2126, 0.0722)
    }
  }

  /// R, G, B of codes, black 0 and white 1.
  static func rgb(
    _ y: Double, _ cb: Double, _ cr: Double, _ matrix: ColorDescription.Matrix, _ range: ColorDescription.Range,
    bits: Int
  ) -> [Double] {
    let unit = Double(1 << (bits - 8))
    let most = Double(1 << bits) - 1
    let luma = range == .full ? y / most : (y / unit - 16) / 219
    let middle = 128 * unit
    let blue = range == .full ? (cb - middle) / most : (cb - middle) / unit / 224
    let red = range == .full ? (cr - middle) / most : (cr - middle) / unit / 224
    let k = weights(matrix)
    let r = luma + 2 * (1 - k.red) * red
    let b = luma + 2 * (1 - k.blue) * blue
    return [r, (luma - k.red * r - k.blue * b) / (1 - k.red - k.blue), b]
  }

  /// 8-bit codes in limited range, not rounded.
  static func codes(_ rgb: [Double], _ matrix: ColorDescription.Matrix) -> [Double] {
    let k = weights(matrix)
    let luma = k.red * rgb[0] + (1 - k.red - k.blue) * rgb[1] + k.blue * rgb[2]
    return [
      16 + 219 * luma, 128 + 224 * (rgb[2] - luma) / (2 * (1 - k.blue)),
      128 + 224 * (rgb[0] - luma) / (2 * (1 - k.red)),
    ]
  }
}
