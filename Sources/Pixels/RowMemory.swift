/// Memory for rows of 16-bit numbers, each starting on 64 bytes.
final class RowMemory {
  /// From one row to the next, in numbers; a multiple of 32.
  let stride: Int
  let rowCount: Int
  private let base: UnsafeMutablePointer<Int16>

  /// - Parameter isZeroed: Whether it starts as zeros, or as whatever was there, which large memory gets sooner.
  init(width: Int, rowCount: Int, isZeroed: Bool = true) {
    self.stride = max(width + 31, 32) / 32 * 32
    self.rowCount = max(rowCount, 1)
    let bytes = stride * self.rowCount * 2
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    self.base = memory.bindMemory(to: Int16.self, capacity: bytes / 2)
    if isZeroed { base.initialize(repeating: 0, count: bytes / 2) }
  }

  deinit { base.deallocate() }

  /// Valid while this object lives.
  func row(_ index: Int) -> UnsafeMutablePointer<Int16> {
    base + index * stride
  }

  /// Four rows from `index` on, as the channels of one row of pixels.
  func pixels(_ index: Int) -> PixelRow {
    PixelRow(base: row(index), stride: stride)
  }
}
