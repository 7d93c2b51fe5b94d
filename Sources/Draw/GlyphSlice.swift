import CPango

/// Some neighbouring glyphs of a run, and where they stand on their line. A view into a layout, which must outlive it.
struct GlyphSlice {
  let run: TextRun
  /// Where it stands, in units of the layout from the corner of the first line.
  let x: Double
  let baseline: Double
  /// The byte of the text at which it begins.
  let start: Int
  private let first: Int
  private let count: Int

  /// All glyphs of a run.
  init(_ run: TextRun, x: Double, baseline: Double) {
    self.init(run, start: run.start, glyphs: 0..<run.glyphCount, x: x, baseline: baseline)
  }

  init(_ run: TextRun, start: Int, glyphs: Range<Int>, x: Double, baseline: Double) {
    (self.run, self.start, self.x, self.baseline) = (run, start, x, baseline)
    (first, count) = (glyphs.lowerBound, glyphs.count)
  }

  /// The glyphs alone, as Pango takes them. Whoever is called must not change them.
  func withGlyphs<R>(_ body: (UnsafeMutablePointer<PangoGlyphString>) -> R) -> R {
    // Safe because the range lies in the run's own glyphs.
    var glyphs = run.glyphs.pointee
    glyphs.num_glyphs = Int32(count)
    glyphs.glyphs = glyphs.glyphs.map { $0 + first }
    glyphs.log_clusters = glyphs.log_clusters.map { $0 + first }
    return body(&glyphs)
  }

  /// What it covers, in units of the layout from the corner of the first line.
  var ink: Bounds {
    var ink = PangoRectangle()
    withGlyphs { pango_glyph_string_extents($0, run.font, &ink, nil) }
    return Bounds(ink).moved(x: x, y: baseline)
  }
}
