import Media

/// Where a picture lies, and by which of the ways its rows are made.
struct Placement {
  let rows: any PictureRows

  /// Nil if nothing of it shows.
  init?(_ raster: Raster, crop: Rectangle, transform: Affine, resampling: Resampling, clip: Area) {
    let crop = crop.intersection(Rectangle(raster.size)).snapped
    guard crop.isProper, transform.inverse != nil else { return nil }
    let box = crop.transformed(by: transform).snapped
    let bounds = box.touched(in: clip)
    // Thinner than any coverage that a weight can say.
    guard box.width > 1e-5, box.height > 1e-5, !bounds.isEmpty else { return nil }
    let extent = max(crop.right, crop.bottom)
    if abs(transform.b) * extent < 1e-5, abs(transform.c) * extent < 1e-5 {
      rows = Self.upright(raster, crop, transform, box, resampling, clip)
    } else if abs(transform.a) * extent < 1e-5, abs(transform.d) * extent < 1e-5 {
      rows = Self.upright(raster.transposed, crop.transposed, transform.transposed, box, resampling, clip)
    } else {
      let turned = TurnedRows(raster, crop: crop, transform: transform, resampling: resampling, bounds: bounds)
      guard let turned else { return nil }
      rows = turned
    }
  }

  private static func upright(
    _ raster: Raster, _ crop: Rectangle, _ transform: Affine, _ box: Rectangle, _ resampling: Resampling,
    _ clip: Area
  ) -> any PictureRows {
    let bounds = box.touched(in: clip)
    let isSmooth = raster.reading.smoothsChroma && raster.format.chroma != .s444
    if !isSmooth, let (x, y) = wholeShift(raster, crop, transform) {
      return MovedRows(raster, x: x, y: y, bounds: bounds)
    }
    // From the edges, which are snapped, and not from the transform, so that both agree to the last bit.
    func axis(
      _ source: ClosedRange<Double>, _ low: Double, _ high: Double, isMirrored: Bool, _ targets: Range<Int>
    ) -> Axis {
      let scale = (high - low) / (source.upperBound - source.lowerBound) * (isMirrored ? -1 : 1)
      let offset = (isMirrored ? high : low) - scale * source.lowerBound
      return Axis(scale: scale, offset: offset, source: source, targets: targets, resampling: resampling)
    }
    let horizontal = axis(crop.left...crop.right, box.left, box.right, isMirrored: transform.a < 0, bounds.columns)
    let vertical = axis(crop.top...crop.bottom, box.top, box.bottom, isMirrored: transform.d < 0, bounds.rows)
    return ScaledRows(raster, horizontal, vertical, solid: box.covered(in: clip), sharesChroma: !isSmooth)
  }

  /// How far the picture moves, if it moves by whole pixels, or by whole blocks where pixels share chroma.
  private static func wholeShift(_ raster: Raster, _ crop: Rectangle, _ transform: Affine) -> (x: Int, y: Int)? {
    let shift = (x: transform.tx.rounded(), y: transform.ty.rounded())
    let corners = [(crop.left, crop.top), (crop.right, crop.bottom)]
    let isWhole = corners.allSatisfy { x, y in
      let (toX, toY) = transform(x, y)
      return x == x.rounded() && y == y.rounded() && abs(toX - x - shift.x) < 1e-5 && abs(toY - y - shift.y) < 1e-5
    }
    guard isWhole else { return nil }
    let (x, y) = (Int(shift.x), Int(shift.y))
    let isOnBlocks = raster.planes.allSatisfy {
      x & ((1 << $0.log2Width) - 1) == 0 && y & ((1 << $0.log2Height) - 1) == 0
    }
    return isOnBlocks ? (x, y) : nil
  }
}

extension Rectangle {
  /// About the diagonal.
  fileprivate var transposed: Rectangle { Rectangle(left: top, top: left, right: bottom, bottom: right) }
}

extension Affine {
  /// The same for a source mirrored about its diagonal.
  fileprivate var transposed: Affine { Affine(a: c, b: d, c: a, d: b, tx: tx, ty: ty) }
}
