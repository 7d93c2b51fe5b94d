import CPixels
import Media

/// A picture at an angle: the canvas walks through a texture of it.
final class TurnedRows: MadeRows {
  let bounds: Area
  let solid = Area.nothing
  var isOpaque: Bool { texture.isOpaque }
  private let texture: Texture
  private let walk: Walk
  private let line: RowMemory

  /// Nil if it is too thin to be seen.
  init?(_ raster: Raster, crop: Rectangle, transform: Affine, resampling: Resampling, bounds: Area) {
    let size = Texture.size(
      of: crop, across: (transform.a * transform.a + transform.b * transform.b).squareRoot(),
      down: (transform.c * transform.c + transform.d * transform.d).squareRoot())
    let shrink = (x: Double(size.width) / crop.width, y: Double(size.height) / crop.height)
    let fromTexture = Affine(a: 1 / shrink.x, d: 1 / shrink.y, tx: crop.left, ty: crop.top).then(transform)
    guard let walk = Walk(toCanvas: fromTexture, width: Double(size.width), height: Double(size.height)) else {
      return nil
    }
    (self.bounds, self.walk) = (bounds, walk)
    texture = Texture(raster, crop: crop, size: size, resampling: resampling)
    line = RowMemory(width: bounds.width, rowCount: 4)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    let span = walk.span(row: row, columns: columns)
    guard !span.isEmpty else { return span }
    let part = pixels.dropping(span.lowerBound - columns.lowerBound)
    let sampled = line.row(0)
    texture.sample(walk.start(row: row, column: span.lowerBound), into: sampled, span.count)
    part.take(sampled, isHeld: texture.isHeld, span.count)
    walk.cover(row: row, columns: span, part, weights: sampled)
    return span
  }
}

extension PixelRow {
  /// Takes pixels that lie side by side.
  func take(_ sampled: UnsafePointer<Int16>, isHeld: Bool, _ count: Int) {
    pixels_separate(red, green, blue, alpha, sampled, count)
    if isHeld { for channel in 0..<3 { pixels_hold(self[channel], alpha, count) } }
  }
}
