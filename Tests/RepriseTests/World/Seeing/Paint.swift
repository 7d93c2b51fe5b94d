/// A colour by which a thing is known again, whatever light falls on it.
enum Paint {
  case red, green, blue, yellow, magenta, cyan

  /// 0 to 1: how far a pixel has it. What is grey has none.
  func part(red: Int, green: Int, blue: Int) -> Double {
    let strength =
      switch self {
      case .red: red - max(green, blue)
      case .green: green - max(red, blue)
      case .blue: blue - max(red, green)
      case .yellow: min(red, green) - blue
      case .magenta: min(red, blue) - green
      case .cyan: min(green, blue) - red
      }
    // Against its own brightness, so that light and shade count alike; in the dark against the encoder's noise.
    let purity = Double(strength) / Double(max(red, green, blue, 48))
    return min(max((purity - 0.15) / 0.3, 0), 1)
  }
}
