import Synchronization

/// Pictures of one shape whose memory is used again, so that a frame costs no page faults.
///
/// Any thread may take and give back. Memory held is what was in use at once, at the most.
package final class FramePool: Sendable {
  package let size: Size
  package let format: PixelFormat
  private let idle = Mutex<[FrameStorage]>([])

  package init(size: Size, format: PixelFormat) {
    self.size = size
    self.format = format
  }

  /// Storage of the pool's shape; what it held before is still in it.
  package func take() -> FrameStorage {
    let base = idle.withLock { $0.popLast() } ?? FrameStorage(size: size, format: format)
    return FrameStorage(planes: base.planes) { [weak self] in
      self?.idle.withLock { $0.append(base) }
    }
  }
}
