package import Media

/// A caption: what is shown, and when.
package struct Cue: Hashable, Sendable {
  /// A part of a caption that looks alike.
  package struct Run: Hashable, Sendable {
    package var text: String
    package var isBold = false
    package var isItalic = false
    package var color: Color?

    package init(_ text: String, isBold: Bool = false, isItalic: Bool = false, color: Color? = nil) {
      (self.text, self.isBold, self.isItalic, self.color) = (text, isBold, isItalic, color)
    }
  }

  package var start: Time
  package var end: Time
  package var runs: [Run]
  /// The line of the file that says when it is shown.
  package var line: Int

  package init(start: Time, end: Time, runs: [Run], line: Int) {
    (self.start, self.end, self.runs, self.line) = (start, end, runs, line)
  }
}
