package import Media

/// A rectangle whose edges may lie between pixels.
package struct Rectangle: Hashable, Sendable {
  package var left, top, right, bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  /// The whole of a picture.
  package init(_ size: Size) {
    self.init(left: 0, top: 0, right: Double(size.width), bottom: Double(size.height))
  }

  /// A canvas and a little more, so that edges farther out do not show.
  init(around canvas: Area) {
    self.init(
      left: Double(canvas.columns.lowerBound) - 2, top: Double(canvas.rows.lowerBound) - 2,
      right: Double(canvas.columns.upperBound) + 2, bottom: Double(canvas.rows.upperBound) + 2)
  }

  package var width: Double { right - left }
  package var height: Double { bottom - top }
  /// False for rectangles turned inside out, and for those with an edge that is not a number.
  var isProper: Bool { width > 0 && height > 0 }

  func intersection(_ other: Rectangle) -> Rectangle {
    Rectangle(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  /// The box around where a transform takes it.
  package func transformed(by transform: Affine) -> Rectangle {
    let corners = [transform(left, top), transform(right, top), transform(left, bottom), transform(right, bottom)]
    let (xs, ys) = (corners.map(\.x).sorted(), corners.map(\.y).sorted())
    return Rectangle(left: xs[0], top: ys[0], right: xs[3], bottom: ys[3])
  }

  /// Edges that miss a whole line by less than anyone can see are put on it, so that rounding on the way here does
  /// not turn a sharp edge into a soft one.
  var snapped: Rectangle {
    func snap(_ edge: Double) -> Double { abs(edge - edge.rounded()) < 1e-5 ? edge.rounded() : edge }
    return Rectangle(left: snap(left), top: snap(top), right: snap(right), bottom: snap(bottom))
  }

  /// The pixels of `clip` that it touches.
  func touched(in clip: Area) -> Area {
    Area(
      columns: Rectangle.whole(left.rounded(.down), right.rounded(.up), in: clip.columns),
      rows: Rectangle.whole(top.rounded(.down), bottom.rounded(.up), in: clip.rows))
  }

  /// The pixels of `clip` that it covers wholly.
  func covered(in clip: Area) -> Area {
    Area(
      columns: Rectangle.whole(left.rounded(.up), right.rounded(.down), in: clip.columns),
      rows: Rectangle.whole(top.rounded(.up), bottom.rounded(.down), in: clip.rows))
  }

  // Compared as Double first: an edge may lie farther out than an Int reaches.
  private static func whole(_ low: Double, _ high: Double, in clip: Range<Int>) -> Range<Int> {
    let (first, last) = (Double(clip.lowerBound), Double(clip.upperBound))
    let from = min(max(low, first), last)
    return Int(from)..<Int(max(from, min(high, last)))
  }
}
