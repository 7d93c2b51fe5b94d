package import Media

/// Captions that libass draws over a whole canvas: a script of our own making (see `ASSWriter`), and what it is set in.
package struct Subtitles: Hashable, Codable, Sendable {
  /// A font of the script, which is called `f` and its place there.
  package struct Face: Hashable, Codable, Sendable {
    package var file: String
    /// Which face of the file, from 0.
    package var index: Int

    package init(file: String, index: Int) { (self.file, self.index) = (file, index) }
  }

  package var script: String
  package var faces: [Face]
  package var canvas: Size

  package init(script: String, faces: [Face], canvas: Size) {
    (self.script, self.faces, self.canvas) = (script, faces, canvas)
  }
}

/// What draws subtitles. Any thread may ask; calls take turns.
package protocol SubtitleSetting: AnyObject, Sendable {
  /// What shows so many milliseconds after the script's start, `scale` times as large; the corner is the canvas's. The same
  /// whatever was asked for before.
  func draw(_ subtitles: Subtitles, at milliseconds: Int, scale: Double) throws -> DrawnText
}
