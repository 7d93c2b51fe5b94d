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
