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

  /// Rows start on 64 bytes, and the end has room for a vector's reach past the last sample.
  package static let alignment = 64

  /// New memory for a picture, not cleared.
  package convenience init(size: Size, format: PixelFormat) {
    let extents = (0..<format.planeCount).map { format.extent(ofPlane: $0, size: size) }
    let strides = extents.map { ($0.bytesPerRow + Self.alignment - 1) / Self.alignment * Self.alignment }
    let lengths = zip(extents, strides).map { $0.rows * $1 }
    let total = lengths.reduce(Self.alignment, +)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: total, alignment: Self.alignment)
    var planes: [Plane] = []
    var offset = 0
    for (length, stride) in zip(lengths, strides) {
      planes.append(Plane(base: memory + offset, bytesPerRow: stride))
      offset += length
    }
    // Safe because the address is only used to free the block, once.
    let address = UInt(bitPattern: memory)
    self.init(planes: planes) { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }
  }

  deinit { release() }
}
