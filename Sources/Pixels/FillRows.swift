import CPixels
import Media

/// A rectangle of one colour or of a gradient, anywhere on the canvas, with soft edges.
final class FillRows: PictureRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  let hasOutputCodes = false
  private let paint: Paint
  /// From the canvas to the rectangle's own coordinates, in which a canvas pixel is about 1 long.
  private let walk: Walk
  private let weights: RowMemory

  private enum Paint {
    case pixel(WorkingPixel)
    case ramp(Ramp)
  }

  /// Nil if nothing of it shows.
  init?(_ fill: Fill, _ rectangle: Rectangle, transform: Affine, clip: Area) {
    guard rectangle.isProper, transform.inverse != nil else { return nil }
    let box = rectangle.transformed(by: transform).snapped.intersection(Rectangle(around: clip))
    bounds = box.touched(in: clip)
    let isUpright = transform.b == 0 && transform.c == 0 || transform.a == 0 && transform.d == 0
    solid = isUpright ? box.covered(in: clip) : Area(columns: 0..<0, rows: 0..<0)
    guard !bounds.isEmpty else { return nil }
    // An upright one is the box itself, whose edges are snapped.
    let walk = isUpright ? Walk(box, .identity) : Walk(rectangle, transform)
    guard let walk else { return nil }
    self.walk = walk
    weights = RowMemory(width: bounds.width, rowCount: 1)
    switch fill {
    case .color(let color):
      paint = .pixel(WorkingPixel(color))
      isOpaque = color.alpha == 1
    case .gradient(let gradient):
      guard let ramp = Ramp(gradient, transform: transform, width: bounds.width) else { return nil }
      paint = .ramp(ramp)
      isOpaque = gradient.stops.allSatisfy { $0.color.alpha == 1 }
    }
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    switch paint {
    case .pixel(let pixel): pixels.fill(pixel, columns.count)
    case .ramp(let ramp): ramp.read(row: row, columns: columns, into: pixels)
    }
    guard !solid.contains(Area(columns: columns, rows: row..<row + 1)) else { return columns }
    let span = walk.span(row: row, columns: columns)
    walk.cover(
      row: row, columns: span, pixels.dropping(span.lowerBound - columns.lowerBound), weights: weights.row(0))
    return span
  }

  func write(_ area: Area, into picture: OutputPicture) {
    preconditionFailure("a fill has no codes of its own")
  }
}
