import CPixels
package import Media

/// A picture being made, until `finished()` turns it into a frame.
///
/// YUV in BT.709, limited range, for encoders; or RGBA bytes for files of still pictures.
///
/// Threads may write different rows at the same time (pairs of rows in 4:2:0); whoever calls `finished()` sees to it
/// that they are done.
package final class OutputPicture: @unchecked Sendable {
  // Sendable because the only state is memory, and the rule above keeps writers of one row apart.

  package let size: Size
  package let format: PixelFormat
  private let alpha: Frame.Alpha
  private let storage: FrameStorage

  /// Takes memory from the pool; what was in it shows until it is written over.
  ///
  /// - Parameter keepsAlpha: Where the format has alpha: whether it is written, with straight colours, or everything lies
  ///   on black.
  /// - Precondition: the pool is of `.rgba8`, or of YUV with at most 14 bits and no alpha that is not kept.
  package init(from pool: FramePool, keepsAlpha: Bool = false) {
    precondition(pool.format == .rgba8 || pool.format.isYUV && pool.format.bits <= 14, "pictures are written as such")
    precondition(pool.format == .rgba8 || pool.format.hasAlpha == keepsAlpha, "a plane of alpha is written")
    size = pool.size
    format = pool.format
    alpha = keepsAlpha ? .straight : .opaque
    storage = pool.take()
  }

  var keepsAlpha: Bool { alpha == .straight }

  /// The picture as it is. Nothing may be written afterwards.
  package func finished() -> Frame {
    let color = format == .rgba8 ? ColorDescription.srgb : .hd
    return Frame(size: size, format: format, color: color, alpha: alpha, storage: storage)
  }

  /// The same of a plane whose samples have more than 8 bits.
  func words(_ plane: Int, row: Int, column: Int) -> UnsafeMutablePointer<UInt16> {
    let found = storage.planes[plane]
    return (found.base + row * found.bytesPerRow).assumingMemoryBound(to: UInt16.self) + column
  }

  /// Bytes of a plane of bytes from a sample on; valid while the picture lives.
  func bytes(_ plane: Int, row: Int, column: Int) -> UnsafeMutablePointer<UInt8> {
    let found = storage.planes[plane]
    let step = format == .rgba8 ? 4 : 1
    return (found.base + row * found.bytesPerRow + column * step).assumingMemoryBound(to: UInt8.self)
  }

  /// What part of each plane an area covers, in bytes of a row and rows.
  func forEachRow(
    of area: Area, _ body: (_ plane: Int, _ row: Int, _ column: Int, _ byteCount: Int) -> Void
  ) {
    let shared = checked(area)
    for plane in 0..<format.planeCount {
      let shift = plane == 0 ? 0 : 1
      let columns = shared.columns.lowerBound >> shift..<(shared.columns.upperBound + shift) >> shift
      let rows = shared.rows.lowerBound >> shift..<(shared.rows.upperBound + shift) >> shift
      for row in rows { body(plane, row, columns.lowerBound, columns.count * (format == .rgba8 ? 4 : 1)) }
    }
  }

  /// The part of an area that lies in the picture.
  ///
  /// - Precondition: with shared chroma, edges lie on even lines or at the picture's end.
  func checked(_ area: Area) -> Area {
    let shared = area.intersection(Area(size))
    guard format.chroma != .s444 else { return shared }
    let isAligned = shared.isEmpty || shared.grownToEven.intersection(Area(size)) == shared
    precondition(isAligned, "pictures with shared chroma are written in even areas")
    return shared
  }

  /// Whether a frame is of the picture's size and format, opaque, and means the same by its codes: then it may be
  /// copied and mixed, byte by byte.
  package func accepts(_ frame: Frame) -> Bool {
    guard format == .yuv420p8 || format == .rgba8, frame.size == size, frame.format == format, frame.alpha == .opaque
    else { return false }
    return format == .rgba8 || frame.color.hasCanvasCodes
  }

  /// Copies an area of a frame, bit for bit.
  ///
  /// - Precondition: `accepts(frame)`; an even area.
  package func copy(from frame: Frame, area: Area) {
    precondition(accepts(frame), "a copy is between pictures of one kind")
    let source = Raster(frame)
    forEachRow(of: area) { plane, row, column, byteCount in
      bytes(plane, row: row, column: column).update(
        from: source.bytes(plane, row: row, column: column), count: byteCount)
    }
    withExtendedLifetime(source) {}
  }

  /// Sets an area to `a × (1 − weight) + b × weight`, code by code, to nearest: a dissolve without leaving YUV.
  ///
  /// - Precondition: `accepts` both; an even area.
  package func mix(_ a: Frame, _ b: Frame, weight: Opacity, area: Area) {
    precondition(accepts(a) && accepts(b), "a mix is of pictures of one kind")
    let (first, second) = (Raster(a), Raster(b))
    forEachRow(of: area) { plane, row, column, byteCount in
      pixels_mix_bytes(
        bytes(plane, row: row, column: column), first.bytes(plane, row: row, column: column),
        second.bytes(plane, row: row, column: column), byteCount, weight.weight)
    }
    withExtendedLifetime((first, second)) {}
  }

  /// Sets an area to a colour over black, to the same codes as a band filled with it.
  ///
  /// - Precondition: an even area.
  package func fill(_ color: Color, in light: Light = .coded, area: Area) {
    let shared = checked(area)
    let band = Band(area: Area(columns: shared.columns, rows: 0..<min(2, shared.height)))
    band.fill(color.counted(in: light))
    band.countCodes(from: light)
    for top in stride(from: shared.rows.lowerBound, to: shared.rows.upperBound, by: 2) {
      band.move(to: Area(columns: shared.columns, rows: top..<min(top + 2, shared.rows.upperBound)))
      band.store(into: self)
    }
  }
}

extension Raster {
  /// Bytes of an 8-bit plane from a sample on.
  func bytes(_ plane: Int, row: Int, column: Int) -> UnsafePointer<UInt8> {
    let found = planes[plane]
    let start = found.base + row * found.bytesPerRow + column * (format == .rgba8 ? 4 : 1)
    return start.assumingMemoryBound(to: UInt8.self)
  }
}
