import CPixels
import Media

/// How much of the second picture shows at each pixel, 0 to 16384.
final class CoverageRows {
  private let coverage: Coverage
  /// Weights, lightness, and a row of pixels.
  private let memory: RowMemory
  private var positions: [Float]

  init(_ coverage: Coverage, width: Int) {
    self.coverage = coverage
    memory = RowMemory(width: width, rowCount: 6)
    positions = Array(repeating: 0, count: width)
  }

  /// Valid until the next is read.
  func read(row: Int, columns: Range<Int>) -> UnsafePointer<Int16> {
    let (weights, pixels, count) = (memory.row(0), memory.pixels(2), columns.count)
    switch coverage {
    case .alpha(let cel):
      cel.read(row: row, columns: columns, into: pixels)
      weights.update(from: pixels.alpha, count: count)
    case .light(let cel, let edge):
      let (luma, one) = (memory.row(1), Double(Opacity.one))
      cel.read(row: row, columns: columns, into: pixels)
      pixels_luma(luma, pixels.kernelRow, count)
      pixels_above(weights, luma, Float(edge.start * one), Float(1 / (edge.width * one)), count)
      if !edge.isInverted { pixels_invert(weights, count) }
    case .field(let field, let edge):
      place(field, row: row, columns: columns)
      pixels_falloff(weights, positions, Float(edge.start), Float(1 / edge.width), 1, count)
      if edge.isInverted { pixels_invert(weights, count) }
    }
    return UnsafePointer(weights)
  }

  private func place(_ field: Sweep.Field, row: Int, columns: Range<Int>) {
    switch field {
    case .line(let unit): run(unit, row, columns) { pixels_ramp($0, $1, $2, $3, $4, $5, 0, $6) }
    case .ring(let unit): run(unit, row, columns) { pixels_ramp($0, $1, $2, $3, $4, $5, 1, $6) }
    case .turn(let unit): run(unit, row, columns, pixels_turns)
    }
  }

  private typealias Kernel = (UnsafeMutablePointer<Float>, Float, Float, Float, Float, Int, Int) -> Void

  /// Along a row the point goes by equal steps, counted from the canvas's edge: the same wherever a row is cut.
  private func run(_ unit: Affine, _ row: Int, _ columns: Range<Int>, _ kernel: Kernel) {
    let start = unit(0.5, Double(row) + 0.5)
    kernel(
      &positions, Float(start.x), Float(unit.a), Float(start.y), Float(unit.b), columns.lowerBound, columns.count)
  }
}
