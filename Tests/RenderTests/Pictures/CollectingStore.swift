import Media
import Plan
import Render
import Synchronization

/// Keeps the samples of every picture that is drawn.
final class CollectingStore: SegmentStore {
  private let kept = Mutex<[Int64: [UInt8]]>([:])

  var frames: [Int64: [UInt8]] { kept.withLock { $0 } }

  func begin(_ segment: Segment) -> any SegmentSink { Sink(store: self, next: segment.frames.lowerBound) }

  private final class Sink: SegmentSink {
    let store: CollectingStore
    var next: Int64

    init(store: CollectingStore, next: Int64) {
      (self.store, self.next) = (store, next)
    }

    func write(_ frame: Frame) {
      let samples = frame.samples
      store.kept.withLock { $0[next] = samples }
      next += 1
    }

    func end() {}

    func finish() {}
  }
}
