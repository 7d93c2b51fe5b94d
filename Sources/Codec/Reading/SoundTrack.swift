import CFFmpeg
import Media

/// What a reader must know of the stream of sound, found once when the file is opened.
struct SoundTrack: Codable, Sendable {
  let index: Int
  /// Samples a second, as decoded.
  let sampleRate: Int
  /// Where the first frame ends, in samples of the stream on the file's clock; frames tile time from there.
  let gridOrigin: Int64
  /// The length of a tile; every frame's length is a multiple of it.
  let gridStep: Int64
  /// How far stamps may be off because the container's clock is coarse, in samples; 0 if it ticks once a sample.
  let roundingError: Int64
  /// The stamp that is time 0.
  let zero: Time
  /// When the first sample sounds.
  let start: Time
  /// Whether the only way to a place is to read packets from the beginning.
  let restarts: Bool
  /// Whether the frame's number says when it sounds, because its stamp does not.
  let countsFrames: Bool

  var firstSample: Int64 { samples(at: start) }

  /// The sample nearest to a time on the file's clock.
  func samples(at time: Time) -> Int64 {
    time.flicks.scaled(by: Int64(sampleRate), over: Time.flicksPerSecond, rounding: .toNearestOrAwayFromZero)
  }

  /// What to add to a position to come to the nearest edge of a tile.
  func distanceToGrid(_ position: Int64) -> Int64 {
    let past = (position - gridOrigin) % gridStep
    let positive = past < 0 ? past + gridStep : past
    return positive * 2 <= gridStep ? -positive : gridStep - positive
  }
}
