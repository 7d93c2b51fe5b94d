/// A stretch of a video that is drawn and encoded on its own.
package struct Segment: Hashable, Sendable {
  package let index: Int
  /// Pictures of the whole video.
  package let frames: Range<Int64>
}
