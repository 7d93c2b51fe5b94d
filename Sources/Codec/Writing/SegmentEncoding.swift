package import Media

/// Encodes one segment. Make one for each segment; any number may work at the same time, each on one thread at a time.
///
/// Pictures are taken without copying them. They are of the encoding's format and size, and YUV in `.hd` colours.
package protocol SegmentEncoding: PictureSink {
  /// Ends the segment. Nothing may be written after it.
  ///
  /// - Precondition: at least one picture was written.
  /// - Parameter isStopped: Asked before each picture that is left, of which a slow preset keeps most until the end.
  /// - Returns: Nil if it was stopped.
  func finish(unless isStopped: () -> Bool) throws(CodecError) -> EncodedSegment?
}

extension VideoEncoding {
  /// - Throws: if this build of FFmpeg lacks the encoder.
  package func segmentEncoder() throws(CodecError) -> any SegmentEncoding {
    switch codec {
    case .gif: GIFEncoder(self)
    case .webp: WebPEncoder(self)
    case .png: PNGEncoder()
    case .h264, .hevc, .av1, .vp9, .prores, .prores4444: try SegmentEncoder(self)
    }
  }
}
