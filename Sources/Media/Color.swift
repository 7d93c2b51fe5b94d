/// A colour as people write it: straight, non-linear (sRGB-coded) red, green, blue and alpha, 0 to 1 each.
public struct Color: Hashable, Sendable {
  public let red, green, blue, alpha: Double

  public static let black = Color(rgba: 0x0000_00ff)
  public static let white = Color(rgba: 0xffff_ffff)
  public static let clear = Color(rgba: 0)

  /// Each is held to 0...1; what is not a number is 0.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    func held(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
    (self.red, self.green, self.blue, self.alpha) = (held(red), held(green), held(blue), held(alpha))
  }

  /// Four bytes from the top: `0xRRGGBBAA`.
  public init(rgba: UInt32) {
    func channel(_ shift: UInt32) -> Double { Double(rgba >> shift & 255) / 255 }
    self.init(red: channel(24), green: channel(16), blue: channel(8), alpha: channel(0))
  }

  /// The four channels as bytes, to nearest.
  public var bytes: [UInt8] {
    [red, green, blue, alpha].map { UInt8(($0 * 255).rounded()) }
  }
}
