import Media

/// The colours of a ramp, worked out once for each of many steps, and where on it a point lies.
///
/// Not Cairo's gradients: theirs are in floating point, whose last bits differ between processors.
struct RampTable {
  private static let steps = 4096

  /// Cairo's words 0xAARRGGBB, premultiplied; premultiplied colours are mixed, as CSS does.
  private let words: [UInt32]
  /// From the shape's pixels to coordinates in which the ramp runs from 0 to 1, along x or away from (0, 0).
  private let toUnit: Affine
  private let isRadial: Bool

  /// - Parameter toShape: From the picture's pixels to those of the shape.
  init(_ ramp: Paint.Ramp, toShape: Affine) {
    words = (0...Self.steps).map { Self.word(of: ramp.stops, at: Double($0) / Double(Self.steps)) }
    switch ramp.course {
    case .linear(let x0, let y0, let x1, let y1):
      let (x, y) = (x1 - x0, y1 - y0)
      let square = max(x * x + y * y, 1e-9)
      toUnit = toShape.then(Affine(a: x / square, c: y / square, tx: -(x0 * x + y0 * y) / square))
      isRadial = false
    case .radial(let x, let y, let radiusX, let radiusY):
      let (a, d) = (1 / max(radiusX, 1e-9), 1 / max(radiusY, 1e-9))
      toUnit = toShape.then(Affine(a: a, d: d, tx: -x * a, ty: -y * d))
      isRadial = true
    }
  }

  /// The colour of a pixel.
  subscript(x: Int, y: Int) -> UInt32 {
    let point = toUnit(Double(x) + 0.5, Double(y) + 0.5)
    let place = isRadial ? (point.x * point.x + point.y * point.y).squareRoot() : point.x
    return words[Int((min(max(place, 0), 1) * Double(Self.steps)).rounded())]
  }

  private static func word(of stops: [Paint.Ramp.Stop], at place: Double) -> UInt32 {
    guard let first = stops.first, let last = stops.last else { return 0 }
    guard place > first.offset else { return word(premultiplied(first.color)) }
    guard let next = stops.firstIndex(where: { $0.offset > place }) else { return word(premultiplied(last.color)) }
    let (a, b) = (stops[next - 1], stops[next])
    let share = (place - a.offset) / (b.offset - a.offset)
    return word(zip(premultiplied(a.color), premultiplied(b.color)).map { $0 + ($1 - $0) * share })
  }

  private static func premultiplied(_ color: Color) -> [Double] {
    [color.alpha, color.red * color.alpha, color.green * color.alpha, color.blue * color.alpha]
  }

  private static func word(_ channels: [Double]) -> UInt32 {
    channels.reduce(0) { $0 << 8 | UInt32(($1 * 255).rounded()) }
  }
}
