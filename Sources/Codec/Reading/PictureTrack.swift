import CFFmpeg
import Media

/// What a reader must know of the stream of pictures, found once when the file is opened.
struct PictureTrack: Sendable {
  let index: Int
  let codec: AVCodecID
  /// The decoder to use, if FFmpeg's first choice will not do.
  let decoder: String?
  let clock: PictureClock
  /// Whether the only way back is to begin again: there is no index, or pictures build on all before them.
  let restarts: Bool
}
