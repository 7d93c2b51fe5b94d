import Codec
import Dispatch
import Synchronization

/// Encodes a segment on a thread of its own, some pictures behind the one that draws them: so one thread can draw ahead
/// into the next segment while this one is still at work. The bytes are the same.
///
/// Belongs to the thread that draws. One that is dropped before its end stops at the next picture.
final class EncodingLine {
  private let turn: Turn
  private let queue = DispatchQueue(label: "reprise.encode")
  /// Pictures that may wait.
  private let room: DispatchSemaphore

  init(_ encoding: VideoEncoding) throws {
    turn = Turn(try encoding.segmentEncoder())
    // Six pictures of high definition: enough to bridge one that is hard to encode.
    let bytes = FrameLayout(size: encoding.size, format: encoding.format).byteCount
    room = DispatchSemaphore(value: min(max(20_000_000 / bytes, 4), 60))
  }

  deinit { turn.isDropped.store(true, ordering: .relaxed) }

  /// Hands on a picture; waits while too many wait already. An error is told at the end.
  func write(_ frame: Frame) {
    room.wait()
    queue.async { [turn, room] in
      turn.write(frame)
      room.signal()
    }
  }

  /// Has the segment ended once the last picture is encoded, and does not wait for that.
  func end() {
    queue.async { [turn] in turn.end { false } }
  }

  /// Waits for the end of the segment.
  ///
  /// - Parameter isStopped: Asked before each picture that the encoder still holds.
  /// - Returns: Nil if it was stopped.
  /// - Throws: the first error.
  func finish(unless isStopped: () -> Bool = { false }) throws -> EncodedSegment? {
    try queue.sync {
      turn.end(unless: isStopped)
      return try turn.outcome?.get()
    }
  }

  /// The encoder, and what became of it.
  private final class Turn: @unchecked Sendable {
    // Sendable because all but `isDropped` is touched on the queue alone, one picture at a time.
    private let encoder: any SegmentEncoding
    private(set) var outcome: Result<EncodedSegment?, any Error>?
    let isDropped = Atomic(false)

    init(_ encoder: any SegmentEncoding) { self.encoder = encoder }

    func write(_ frame: Frame) {
      guard outcome == nil, !isDropped.load(ordering: .relaxed) else { return }
      do { try encoder.write(frame) } catch { outcome = .failure(error) }
    }

    func end(unless isStopped: () -> Bool) {
      guard outcome == nil else { return }
      outcome = Result { try encoder.finish { isStopped() || isDropped.load(ordering: .relaxed) } }
    }
  }
}
