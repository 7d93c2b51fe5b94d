import Codec
import Dispatch

/// Encodes a segment on a thread of its own, a few pictures behind the one that draws them: so a job that is alone at the
/// end of a video, or draws the one segment that was changed, keeps two processors busy. The bytes are the same.
///
/// Belongs to the thread that draws.
final class EncodingLine {
  private let encoder: Turn
  private let queue = DispatchQueue(label: "reprise.encode")
  /// Pictures that wait: enough to bridge one that is hard to encode.
  private let room = DispatchSemaphore(value: 4)

  /// The encoder, while it is the queue's.
  private final class Turn: @unchecked Sendable {
    // Sendable because the encoder is touched on the queue alone, one picture at a time.
    let encoder: SegmentEncoder
    var failure: (any Error)?

    init(_ encoder: SegmentEncoder) { self.encoder = encoder }

    func write(_ frame: Frame) {
      guard failure == nil else { return }
      do { try encoder.write(frame) } catch { failure = error }
    }
  }

  init(_ encoding: VideoEncoding) throws {
    encoder = Turn(try SegmentEncoder(encoding))
  }

  /// Hands on a picture; waits while too many wait already. An error is told at the end.
  func write(_ frame: Frame) {
    room.wait()
    queue.async { [encoder, room] in
      encoder.write(frame)
      room.signal()
    }
  }

  /// Waits for the last picture, and ends the segment.
  ///
  /// - Parameter isStopped: Asked before each picture that the encoder still holds.
  /// - Returns: Nil if it was stopped.
  /// - Throws: the first error.
  func finish(unless isStopped: () -> Bool = { false }) throws -> EncodedSegment? {
    try queue.sync {
      if let failure = encoder.failure { throw failure }
      return try encoder.encoder.finish(unless: isStopped)
    }
  }
}
