import Media

/// A picture seen from anywhere: each canvas pixel looks up where in a texture it lies.
final class PinnedRows: MadeRows {
  let bounds: Area
  let solid = Area.nothing
  var isOpaque: Bool { texture.isOpaque }
  private let texture: Texture
  /// From the canvas to the texture.
  private let inverse: Projection
  private let line: RowMemory
  private let us, vs: UnsafeMutablePointer<Int32>

  /// - Parameters:
  ///   - projection: From the picture's pixels to the canvas.
  /// Nil if nothing of it shows.
  init?(_ raster: Raster, crop: Rectangle, projection: Projection, resampling: Resampling, clip: Area) {
    let corners = [(crop.left, crop.top), (crop.right, crop.top), (crop.right, crop.bottom), (crop.left, crop.bottom)]
      .compactMap { projection($0, $1) }
    guard crop.isProper, corners.count == 4 else { return nil }
    let (xs, ys) = (corners.map(\.x).sorted(), corners.map(\.y).sorted())
    bounds = Rectangle(left: xs[0] - 1, top: ys[0] - 1, right: xs[3] + 1, bottom: ys[3] + 1).touched(in: clip)
    func length(_ i: Int, _ j: Int) -> Double {
      let (x, y) = (corners[j].x - corners[i].x, corners[j].y - corners[i].y)
      return (x * x + y * y).squareRoot()
    }
    let size = Texture.size(
      of: crop, across: max(length(0, 1), length(3, 2)) / crop.width,
      down: max(length(1, 2), length(0, 3)) / crop.height)
    let toTexture = Affine(
      a: Double(size.width) / crop.width, d: Double(size.height) / crop.height,
      tx: -crop.left * Double(size.width) / crop.width, ty: -crop.top * Double(size.height) / crop.height)
    guard !bounds.isEmpty, let back = projection.inverse else { return nil }
    inverse = back.then(Projection(toTexture))
    texture = Texture(raster, crop: crop, size: size, resampling: resampling)
    line = RowMemory(width: 4 * bounds.width, rowCount: 1)
    us = .allocate(capacity: bounds.width)
    vs = .allocate(capacity: bounds.width)
  }

  deinit {
    us.deallocate()
    vs.deallocate()
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    let (width, height) = (Double(texture.size.width), Double(texture.size.height))
    for (index, x) in columns.enumerated() {
      let point = inverse(Double(x) + 0.5, Double(row) + 0.5) ?? (-4, -4)
      us[index] = Int32(((min(max(point.x, -4), width + 4) - 0.5) * 256).rounded())
      vs[index] = Int32(((min(max(point.y, -4), height + 4) - 0.5) * 256).rounded())
    }
    texture.sample(at: us, vs, into: line.row(0), columns.count)
    pixels.take(line.row(0), isHeld: texture.isHeld, columns.count)
    cover(columns, pixels, row: row)
    return columns
  }

  /// Makes pixels as transparent as the picture leaves them free: distance from each edge, in canvas pixels.
  private func cover(_ columns: Range<Int>, _ pixels: PixelRow, row: Int) {
    let weights = line.row(0)
    // Farther inside than a canvas pixel reaches, however far away it is seen.
    let (right, bottom) = (Int32((texture.size.width - 32) << 8), Int32((texture.size.height - 32) << 8))
    for (index, x) in columns.enumerated() {
      let (u, v) = (us[index], vs[index])
      let isInside = u > 32 << 8 && v > 32 << 8 && u < right && v < bottom
      weights[index] = isInside ? Int16(Opacity.one) : coverage(Double(x) + 0.5, Double(row) + 0.5)
    }
    pixels.scale(by: weights, columns.count)
  }

  private func coverage(_ x: Double, _ y: Double) -> Int16 {
    let (width, height) = (Double(texture.size.width), Double(texture.size.height))
    guard let (u, v) = inverse(x, y) else { return 0 }
    // How far a canvas pixel reaches in the texture, along each of its axes.
    guard let right = inverse(x + 0.5, y), let left = inverse(x - 0.5, y), let below = inverse(x, y + 0.5),
      let above = inverse(x, y - 0.5)
    else { return 0 }
    func step(_ a: Double, _ b: Double) -> Double { min(max((a * a + b * b).squareRoot(), 1e-9), 32) }
    let across = step(right.x - left.x, below.x - above.x), down = step(right.y - left.y, below.y - above.y)
    func inside(_ position: Double, _ length: Double, _ step: Double) -> Double {
      min(max(position / step + 0.5, 0), 1) - min(max((position - length) / step + 0.5, 0), 1)
    }
    return Opacity(inside(u, width, across) * inside(v, height, down)).weight
  }
}
