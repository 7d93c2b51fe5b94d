package import Media

/// A text as a picture.
package struct DrawnText: Sendable {
  /// `.rgba8`, premultiplied, sRGB; as large as the ink, with the background box if there is one.
  package var frame: Frame
  /// Where the frame's top left corner lies, seen from the logical box's, in scaled pixels: right and down positive.
  package var x: Int
  package var y: Int

  package init(frame: Frame, x: Int, y: Int) { (self.frame, self.x, self.y) = (frame, x, y) }
}
