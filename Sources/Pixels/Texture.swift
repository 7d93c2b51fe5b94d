import CPixels
import Media

/// A picture in memory that can be sampled anywhere: premultiplied pixels side by side, with a border that repeats its
/// edge. Rows are made when they are first needed.
final class Texture {
  let size: Size
  let isOpaque: Bool
  /// Whether colours go no further than alpha. Those of opaque video may: codes beyond white are kept.
  let isHeld: Bool
  /// Makes a row of the picture.
  private let source: (_ row: Int, _ pixels: PixelRow) -> Void
  private let pixels, line: RowMemory
  private let phases: [Int16]
  private var isMade: [Bool]

  /// - Parameters:
  ///   - crop: The part of the picture that becomes the texture.
  ///   - size: How large it becomes.
  convenience init(_ raster: Raster, crop: Rectangle, size: Size, resampling: Resampling) {
    let shrink = (x: Double(size.width) / crop.width, y: Double(size.height) / crop.height)
    let horizontal = Axis(
      scale: shrink.x, offset: -crop.left * shrink.x, source: crop.left...crop.right, targets: 0..<size.width,
      resampling: resampling)
    let vertical = Axis(
      scale: shrink.y, offset: -crop.top * shrink.y, source: crop.top...crop.bottom, targets: 0..<size.height,
      resampling: resampling)
    let rows = ScaledRows(raster, horizontal, vertical, solid: Area(size), sharesChroma: false)
    self.init(size, resampling, isOpaque: raster.isOpaque, isHeld: !(raster.isOpaque && raster.format.isYUV)) {
      _ = rows.read(row: $0, columns: 0..<size.width, into: $1)
    }
  }

  /// A part of the canvas as a cel covers it.
  convenience init(_ cel: Cel, area: Area) {
    self.init(Size(width: area.width, height: area.height), .bilinear, isOpaque: false, isHeld: true) {
      cel.read(row: area.rows.lowerBound + $0, columns: area.columns, into: $1)
    }
  }

  private init(
    _ size: Size, _ resampling: Resampling, isOpaque: Bool, isHeld: Bool,
    source: @escaping (_ row: Int, _ pixels: PixelRow) -> Void
  ) {
    let border = Int(PIXELS_BORDER)
    (self.size, self.isOpaque, self.isHeld, self.source) = (size, isOpaque, isHeld, source)
    pixels = RowMemory(width: 4 * (size.width + 2 * border), rowCount: size.height + 2 * border, isZeroed: false)
    line = RowMemory(width: size.width, rowCount: 4)
    phases = FilterTable.phases(resampling)
    isMade = Array(repeating: false, count: size.height + 2 * border)
  }

  /// How large a texture serves where `width × height` of a picture become lengths on the canvas: as large as the part, or
  /// as the canvas shows it if that is less than two thirds.
  static func size(of crop: Rectangle, across: Double, down: Double) -> Size {
    func length(_ source: Double, _ scale: Double) -> Int {
      Int(max((scale < 1 / 1.5 ? source * scale : source).rounded(.up), 1))
    }
    return Size(width: length(crop.width, across), height: length(crop.height, down))
  }

  /// Pixels along a line, side by side, not held to anything.
  func sample(_ walk: pixels_walk, into result: UnsafeMutablePointer<Int16>, _ count: Int) {
    var walk = walk
    let ends = [walk.v, walk.v + Int64(count - 1) * walk.dv].map { Int($0 >> 32) }.sorted()
    makeRows(from: ends[0], to: ends[1])
    phases.withUnsafeBufferPointer {
      pixels_sample(result, pixels.row(0), pixels.stride, &walk, $0.baseAddress, count)
    }
  }

  /// Pixels anywhere, likewise: positions in 256ths of a pixel, where whole numbers are centres.
  func sample(
    at us: UnsafePointer<Int32>, _ vs: UnsafePointer<Int32>, into result: UnsafeMutablePointer<Int16>, _ count: Int
  ) {
    guard count > 0 else { return }
    var (low, high) = (Int32.max, Int32.min)
    for index in 0..<count { (low, high) = (min(low, vs[index]), max(high, vs[index])) }
    makeRows(from: Int(low >> 8), to: Int(high >> 8))
    phases.withUnsafeBufferPointer {
      pixels_sample_at(
        result, pixels.row(0), pixels.stride, us, vs, Int32(size.width), Int32(size.height), $0.baseAddress, count)
    }
  }

  private func makeRows(from low: Int, to high: Int) {
    let border = Int(PIXELS_BORDER)
    // One more on either side than the cubic reaches; held as the kernel holds them.
    let first = min(max(low, -2), size.height) + border - 1
    let last = min(max(high, -2), size.height) + border + 2
    for index in first...last where !isMade[index] {
      isMade[index] = true
      make(index, from: min(max(index - border, 0), size.height - 1))
    }
  }

  private func make(_ index: Int, from row: Int) {
    let border = Int(PIXELS_BORDER)
    let made = line.pixels(0)
    source(row, made)
    let start = pixels.row(index)
    pixels_interleave(start + 4 * border, made.red, made.green, made.blue, made.alpha, size.width)
    for x in 0..<4 * border {
      start[x] = start[4 * border + x % 4]
      start[4 * (border + size.width) + x] = start[4 * (border + size.width - 1) + x % 4]
    }
  }
}
