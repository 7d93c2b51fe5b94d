import CFFmpeg

/// Owns one `AVFrame`: allocated here, freed here.
package final class FrameBox: @unchecked Sendable {
  // Sendable because it is written by one thread only until it is handed on, and only read and freed after that;
  // the buffers behind it are counted atomically.

  let pointer: UnsafeMutablePointer<AVFrame>

  init() throws(FFmpegError) {
    guard let frame = av_frame_alloc() else { throw FFmpegError("allocating a frame", code: FFmpegError.outOfMemory) }
    pointer = frame
  }

  deinit {
    var frame: UnsafeMutablePointer<AVFrame>? = pointer
    av_frame_free(&frame)
  }

  /// Lets go of the picture or sound, so that the frame can be filled again.
  func clear() { av_frame_unref(pointer) }
}
