package import Media
package import Plan

/// Takes the pictures of one segment, in order, on one thread.
package protocol SegmentSink: PictureSink {
  /// Says that nothing more is written. What was written may be worked off while the next segment is drawn.
  func end()
  /// Waits until the segment is in the store.
  func finish() throws
}

/// Where drawn segments go. Any job may ask, in any order of segments.
package protocol SegmentStore: Sendable {
  func begin(_ segment: Segment) throws -> any SegmentSink
}
