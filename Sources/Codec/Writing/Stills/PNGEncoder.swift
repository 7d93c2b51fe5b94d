import Media

/// A segment whose every picture is a PNG.
final class PNGEncoder: SegmentEncoding {
  private var pictures = StillPictures()

  func write(_ frame: Frame) throws(CodecError) { pictures.append(try frame.pngData()) }

  func finish(unless isStopped: () -> Bool) throws(CodecError) -> EncodedSegment? { try pictures.finished() }
}
