/// A colour as people write it: straight, non-linear red, green, blue and alpha.
package struct Color: Hashable, Sendable {
  /// 0...1 each.
  package let red, green, blue, alpha: Double

  /// Each is held to 0...1; what is not a number is 0.
  package init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    func held(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
    (self.red, self.green, self.blue, self.alpha) = (held(red), held(green), held(blue), held(alpha))
  }

  /// Four bytes from the top: `0xRRGGBBAA`.
  package init(rgba: UInt32) {
    func part(_ shift: UInt32) -> Double { Double((rgba >> shift) & 255) / 255 }
    self.init(red: part(24), green: part(16), blue: part(8), alpha: part(0))
  }

  package static let black = Color(rgba: 0x0000_00ff)
  package static let white = Color(rgba: 0xffff_ffff)
  package static let clear = Color(rgba: 0)
}
