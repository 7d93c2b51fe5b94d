import Media
import CPixels

/// A gradient on the canvas. Between stops it is computed for each pixel in single precision, and rounded once, to 14
/// bits.
final class Ramp {
  /// From the canvas to coordinates in which the gradient runs from 0 to 1, along x or away from (0, 0).
  private let toUnit: Affine
  private let isRadial: Bool
  /// For each channel.
  private let starts: [Float]
  private let slopes: [[pixels_slope]]
  private var positions: [Float]

  /// Nil if there are no stops, or if it is too small or too large to count in.
  init?(_ gradient: Gradient, transform: Affine, width: Int) {
    guard let first = gradient.stops.first, let canvas = transform.inverse else { return nil }
    guard let unit = Self.unit(gradient.shape) else { return nil }
    toUnit = canvas.then(unit.transform)
    isRadial = unit.isRadial
    let step = Self.length(toUnit, isRadial: unit.isRadial)
    guard step < 1e6, abs(toUnit.tx) < 1e6, abs(toUnit.ty) < 1e6 else { return nil }
    let pixels = gradient.stops.map { WorkingPixel($0.color) }
    starts = WorkingPixel(first.color).channels.map(Float.init)
    slopes = (0..<4).map { channel in
      zip(gradient.stops, gradient.stops.dropFirst()).enumerated().map { index, stops in
        // An edge is one pixel wide, about the place where it is.
        let length = max(stops.1.offset - stops.0.offset, step, 1e-6)
        let from = (stops.0.offset + stops.1.offset - length) / 2
        let change = Float(pixels[index + 1].channels[channel]) - Float(pixels[index].channels[channel])
        return pixels_slope(from: Float(from), pace: Float(1 / length), change: change)
      }
    }
    positions = Array(repeating: 0, count: width)
  }

  private static func unit(_ shape: Gradient.Shape) -> (transform: Affine, isRadial: Bool)? {
    switch shape {
    case .linear(let x0, let y0, let x1, let y1):
      let (x, y) = (x1 - x0, y1 - y0)
      let square = x * x + y * y
      guard square > 1e-9, square < 1e18 else { return nil }
      let along = (x / square, y / square)
      return (
        Affine(
          a: along.0, b: -along.1, c: along.1, d: along.0, tx: -x0 * along.0 - y0 * along.1,
          ty: x0 * along.1 - y0 * along.0), false
      )
    case .radial(let x, let y, let radiusX, let radiusY):
      guard radiusX > 1e-4, radiusY > 1e-4 else { return nil }
      return (Affine(a: 1 / radiusX, d: 1 / radiusY, tx: -x / radiusX, ty: -y / radiusY), true)
    }
  }

  /// How far a gradient gets from one canvas pixel to the next, where it is fastest.
  private static func length(_ unit: Affine, isRadial: Bool) -> Double {
    let across = (unit.a * unit.a + unit.c * unit.c).squareRoot()
    let down = (unit.b * unit.b + unit.d * unit.d).squareRoot()
    return isRadial ? max(across, down) : across
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) {
    let start = toUnit(0.5, Double(row) + 0.5)
    pixels_ramp(
      &positions, Float(start.x), Float(toUnit.a), Float(start.y), Float(toUnit.b), columns.lowerBound,
      isRadial ? 1 : 0,
      columns.count)
    for channel in 0..<4 {
      pixels_slopes(pixels[channel], positions, starts[channel], slopes[channel], slopes[channel].count, columns.count)
    }
  }
}
