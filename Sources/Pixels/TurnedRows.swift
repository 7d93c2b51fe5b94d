import CPixels
import Media

/// A picture at an angle.
///
/// It becomes a texture of premultiplied pixels first, shrunk along its own axes where the canvas shows it at less
/// than two thirds; rows of the texture are made when a band first needs them. The canvas then walks through the
/// texture.
final class TurnedRows: PictureRows {
  let bounds: Area
  let solid = Area(columns: 0..<0, rows: 0..<0)
  let isOpaque: Bool
  let hasOutputCodes = false
  /// Whether colours go no further than alpha. Those of opaque video may: codes beyond white are kept.
  private let isHeld: Bool
  private let source: ScaledRows
  private let size: Size
  private let walk: Walk
  private let texture, line: RowMemory
  private var isMade: [Bool]

  /// Nil if it is too thin to be seen.
  init?(_ raster: Raster, crop: Rectangle, transform: Affine, bounds: Area) {
    let size = Self.textureSize(crop, transform)
    let shrink = (x: Double(size.width) / crop.width, y: Double(size.height) / crop.height)
    let fromTexture = Affine(a: 1 / shrink.x, d: 1 / shrink.y, tx: crop.left, ty: crop.top).then(transform)
    guard let walk = Walk(toCanvas: fromTexture, width: Double(size.width), height: Double(size.height)) else {
      return nil
    }
    let horizontal = Axis(
      scale: shrink.x, offset: -crop.left * shrink.x, source: crop.left...crop.right, targets: 0..<size.width)
    let vertical = Axis(
      scale: shrink.y, offset: -crop.top * shrink.y, source: crop.top...crop.bottom, targets: 0..<size.height)
    (self.size, self.bounds, self.walk) = (size, bounds, walk)
    isOpaque = raster.isOpaque
    isHeld = !(raster.isOpaque && raster.format.isYUV)
    source = ScaledRows(raster, horizontal, vertical, solid: Area(size), sharesChroma: false)
    let border = Int(PIXELS_BORDER)
    texture = RowMemory(width: 4 * (size.width + 2 * border), rowCount: size.height + 2 * border, isZeroed: false)
    line = RowMemory(width: max(size.width, bounds.width), rowCount: 4)
    isMade = Array(repeating: false, count: size.height + 2 * border)
  }

  /// As large as the crop, or as the canvas shows it if that is much smaller.
  private static func textureSize(_ crop: Rectangle, _ transform: Affine) -> Size {
    func length(_ source: Double, _ x: Double, _ y: Double) -> Int {
      let scale = (x * x + y * y).squareRoot()
      return Int(max((scale < 1 / 1.5 ? source * scale : source).rounded(.up), 1))
    }
    return Size(
      width: length(crop.width, transform.a, transform.b), height: length(crop.height, transform.c, transform.d))
  }

  func write(_ area: Area, into picture: OutputPicture) {
    preconditionFailure("a turned picture has no codes of its own")
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    let span = walk.span(row: row, columns: columns)
    guard !span.isEmpty else { return span }
    makeRows(row: row, span: span)
    let part = pixels.dropping(span.lowerBound - columns.lowerBound)
    var start = walk.start(row: row, column: span.lowerBound)
    let sampled = line.row(0)
    FilterTable.phases.withUnsafeBufferPointer {
      pixels_sample(sampled, texture.row(0), texture.stride, &start, $0.baseAddress, span.count)
    }
    pixels_separate(part.red, part.green, part.blue, part.alpha, sampled, span.count)
    if isHeld { for channel in 0..<3 { pixels_hold(part[channel], part.alpha, span.count) } }
    walk.cover(row: row, columns: span, part, weights: sampled)
    return span
  }

  /// Makes the rows of the texture that part of a canvas row samples.
  private func makeRows(row: Int, span: Range<Int>) {
    let ends = [span.lowerBound, span.upperBound - 1].map { Int(walk.start(row: row, column: $0).v >> 32) }.sorted()
    let border = Int(PIXELS_BORDER)
    // One more on either side than the cubic reaches; held as the kernel holds them.
    let first = min(max(ends[0], -2), size.height) + border - 1
    let last = min(max(ends[1], -2), size.height) + border + 2
    for index in first...last where !isMade[index] {
      isMade[index] = true
      make(index, from: min(max(index - border, 0), size.height - 1))
    }
  }

  private func make(_ index: Int, from row: Int) {
    let border = Int(PIXELS_BORDER)
    let pixels = line.pixels(0)
    _ = source.read(row: row, columns: 0..<size.width, into: pixels)
    let start = texture.row(index)
    pixels_interleave(start + 4 * border, pixels.red, pixels.green, pixels.blue, pixels.alpha, size.width)
    for x in 0..<4 * border {
      start[x] = start[4 * border + x % 4]
      start[4 * (border + size.width) + x] = start[4 * (border + size.width - 1) + x % 4]
    }
  }
}
