package import Media
package import Plan

/// Takes the pictures of one segment, in order, on one thread.
package protocol SegmentSink: PictureSink {
  /// Ends the segment; nothing is written after it.
  func finish() throws
}

/// Where drawn segments go. Any job may ask, in any order of segments.
package protocol SegmentStore: Sendable {
  func begin(_ segment: Segment) throws -> any SegmentSink
}
