import CFFmpeg
import Media

/// What a reader must know of the stream of sound, found once when the file is opened.
struct SoundTrack: Sendable {
  let index: Int
  /// Samples a second, as decoded.
  let sampleRate: Int
  /// Where the first frame ends, in samples of the stream on the file's clock; frames of `frameSize` tile time from there.
  let gridOrigin: Int64
  let frameSize: Int64
  /// The stamp that is time 0, on a clock of flicks.
  let zero: Time
  /// When the first sample sounds.
  let start: Time
  /// Whether the only way to a place is to read packets from the beginning.
  let restarts: Bool
}
