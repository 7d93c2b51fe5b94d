/// The memory behind a frame. The only file of this module that touches raw memory.
package final class FrameStorage: @unchecked Sendable {
  // Sendable because the bytes are written only before the storage becomes part of a `Frame`, and never after.

  package struct Plane {
    package let base: UnsafeMutableRawPointer
    package let bytesPerRow: Int

    package init(base: UnsafeMutableRawPointer, bytesPerRow: Int) {
      self.base = base
      self.bytesPerRow = bytesPerRow
    }
  }

  package let planes: [Plane]
  private let release: @Sendable () -> Void

  /// Wraps memory that somebody else owns; `release` runs once, when the last frame over it is gone, on any thread.
  package init(planes: [Plane], release: @escaping @Sendable () -> Void) {
    self.planes = planes
    self.release = release
  }

  /// New memory for a picture, not cleared.
  package convenience init(size: Size, format: PixelFormat) {
    let layout = FrameLayout(size: size, format: format)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: layout.byteCount, alignment: FrameLayout.alignment)
    // Safe because the address is only used to free the block, once.
    let address = UInt(bitPattern: memory)
    self.init(planes: layout.planes(at: memory)) { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }
  }

  deinit { release() }
}
