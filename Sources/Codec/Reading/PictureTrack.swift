import CFFmpeg
import Media

/// What a reader must know of the stream of pictures, found once when the file is opened.
struct PictureTrack: Codable, Sendable {
  let index: Int
  let codec: AVCodecID
  /// The decoder to use, if FFmpeg's first choice will not do.
  let decoder: String?
  let clock: PictureClock
  /// How many pictures are decoded before the first can be shown.
  let delay: Int64
  /// Whether a hole between two pictures means that some are lost, and not that one lasted longer.
  let isSteady: Bool
  /// Whether there is one picture, whatever follows it in the file: cameras append previews.
  let isStill: Bool
  /// Whether the only way back is to begin again: there is no index, or pictures build on all before them.
  let restarts: Bool
  /// Whether stamps after a seek are made up until one comes that was written: several pictures share one.
  let sharesStamps: Bool
}

extension AVCodecID: @retroactive Codable {}
