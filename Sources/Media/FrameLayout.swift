/// Where the planes of a picture lie in one block of memory.
package struct FrameLayout: Sendable {
  /// Rows start on 64 bytes, and the end has room for a vector's reach past the last sample.
  package static let alignment = 64

  /// Of each plane's first row.
  package let offsets: [Int]
  /// Bytes from a row to the next, of each plane.
  package let strides: [Int]
  /// Bytes in a row and rows, of each plane.
  package let extents: [(bytesPerRow: Int, rows: Int)]
  package let byteCount: Int

  package init(size: Size, format: PixelFormat) {
    extents = (0..<format.planeCount).map { format.extent(ofPlane: $0, size: size) }
    strides = extents.map { ($0.bytesPerRow + Self.alignment - 1) / Self.alignment * Self.alignment }
    let ends = zip(extents, strides).reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.0.rows * $1.1) }
    offsets = ends.dropLast()
    byteCount = (ends.last ?? 0) + Self.alignment
  }

  /// The planes of a picture that begins at an address.
  package func planes(at base: UnsafeMutableRawPointer) -> [FrameStorage.Plane] {
    zip(offsets, strides).map { FrameStorage.Plane(base: base + $0, bytesPerRow: $1) }
  }
}
