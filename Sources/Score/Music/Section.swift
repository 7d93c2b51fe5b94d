package import Media

/// A stretch of a piece that belongs together.
package struct Section: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case intro, a = "A", b = "B", varied = "A'", rest = "C", outro, ending
  }

  package var kind: Kind
  package var bars: Range<Int>
  /// How full and loud it is, 0 to 1.
  package var energy: Double
  package var range: TimeRange = TimeRange(.zero, .zero)
}
