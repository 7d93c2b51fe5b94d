import CFFmpeg
import Media

/// A stretch of decoded samples.
struct SoundFrame {
  let box: FrameBox
  /// What the container says: when it begins, in samples of the stream on the file's clock.
  let stamp: Int64?
  /// Whether what should come before it could not be decoded.
  let followsLoss: Bool

  var count: Int64 { Int64(box.pointer.pointee.nb_samples) }
}
