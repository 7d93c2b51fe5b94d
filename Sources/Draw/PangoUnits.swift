import CPango

/// Pango counts in 1/1024 of a layout's unit.
func layoutUnits(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }

/// Held inside what 32 bits hold: no line is longer than that.
func pangoUnits(_ units: Double) -> Int32 { Int32(clamping: Int((units * Double(PANGO_SCALE)).rounded())) }

extension Bounds {
  init(_ rectangle: PangoRectangle) {
    guard rectangle.width > 0, rectangle.height > 0 else {
      self = .empty
      return
    }
    let (x, y) = (layoutUnits(rectangle.x), layoutUnits(rectangle.y))
    self.init(left: x, top: y, right: x + layoutUnits(rectangle.width), bottom: y + layoutUnits(rectangle.height))
  }
}
