import CPango

/// Pango counts in 1/1024 px.
func pixels(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }

/// Held inside what 32 bits hold; the limits of styles see to it that nothing has to be.
func pangoUnits(_ pixels: Double) -> Int32 { Int32(clamping: Int((pixels * Double(PANGO_SCALE)).rounded())) }

extension Bounds {
  init(_ rectangle: PangoRectangle) {
    guard rectangle.width > 0, rectangle.height > 0 else {
      self = .empty
      return
    }
    let (x, y) = (pixels(rectangle.x), pixels(rectangle.y))
    self.init(left: x, top: y, right: x + pixels(rectangle.width), bottom: y + pixels(rectangle.height))
  }
}
