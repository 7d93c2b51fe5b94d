package import Media

/// Something with an outline. Lengths are pixels of the unscaled canvas.
package struct Shape: Hashable, Sendable {
  /// What counts as inside where an outline crosses itself.
  package enum Rule: Hashable, Sendable { case nonzero, evenOdd }

  package struct Stroke: Hashable, Sendable {
    package enum Cap: String, Hashable, Sendable { case butt, round, square }
    package enum Join: String, Hashable, Sendable { case miter, round, bevel }

    package var width: Double
    package var paint: Paint
    /// Dashes and gaps in turn; none for a line without gaps.
    package var dash: [Double]
    package var cap: Cap
    package var join: Join

    package init(width: Double, paint: Paint, dash: [Double] = [], cap: Cap = .butt, join: Join = .miter) {
      (self.width, self.paint, self.dash, self.cap, self.join) = (width, paint, dash, cap, join)
    }
  }

  package var path: Path
  package var rule: Rule
  package var fill: Paint?
  package var stroke: Stroke?

  package init(_ path: Path, rule: Rule = .nonzero, fill: Paint? = nil, stroke: Stroke? = nil) {
    (self.path, self.rule, self.fill, self.stroke) = (path, rule, fill, stroke)
  }
}

extension Shape {
  /// The shape as a picture, `scale` times as large as its path says. Its position is counted from the corner of the
  /// path's box.
  ///
  /// - Throws: `.outOfRange` for a scale outside `TextStyle.Limits.scale`, `.pictureTooLarge`.
  package func draw(scale: Double = 1) throws(DrawError) -> DrawnText {
    try TextStyle.require("scale", scale, TextStyle.Limits.scale)
    return try ShapePainter(self, scale: scale).paint()
  }
}
