/// One picture in memory. It never changes once it is made, so it may be shared between threads.
///
/// Its bytes belong to whoever made it (a decoder's buffer, a pool's), and live as long as the frame does.
public final class Frame: Sendable {
  /// What the alpha channel says of the colours beside it.
  public enum Alpha: Hashable, Codable, Sendable { case opaque, straight, premultiplied }

  public let size: Size
  public let format: PixelFormat
  public let color: ColorDescription
  public let alpha: Alpha
  package let storage: FrameStorage

  /// - Precondition: the storage has the planes of `format`, each large enough for `size`.
  package init(size: Size, format: PixelFormat, color: ColorDescription, alpha: Alpha, storage: FrameStorage) {
    precondition(storage.planes.count == format.planeCount, "a frame has the planes of its format")
    self.size = size
    self.format = format
    self.color = color
    self.alpha = alpha
    self.storage = storage
  }

  /// Hands the bytes of a plane to `body`: rows from the top, `bytesPerRow` apart.
  public func withPlane<R>(_ plane: Int, _ body: (_ bytes: UnsafeRawBufferPointer, _ bytesPerRow: Int) throws -> R)
    rethrows -> R
  {
    let found = storage.planes[plane]
    let extent = format.extent(ofPlane: plane, size: size)
    let count = found.bytesPerRow * (extent.rows - 1) + extent.bytesPerRow
    return try withExtendedLifetime(storage) {
      try body(UnsafeRawBufferPointer(start: found.base, count: count), found.bytesPerRow)
    }
  }
}
