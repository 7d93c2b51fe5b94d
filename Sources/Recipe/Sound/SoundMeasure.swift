package import Graph
package import Media

/// The parameters of a node that makes a sound, already checked.
package typealias SoundParameters = [String: Setting]

/// What is known of a sound that is made, before it is heard.
package struct SoundMeasure: Hashable, Sendable {
  /// Nil for what goes on without an end.
  package var duration: Time?
  /// What is said, in order.
  package var words: [Word] = []
  /// How the mouth stands that says it, in order.
  package var mouths: [Mouth] = []
  /// When beats fall.
  package var beats: [Time] = []
  package var warnings: [String] = []

  package struct Word: Hashable, Sendable {
    /// As it is written, with the signs around it.
    package var text: String
    package var range: TimeRange

    package init(text: String, range: TimeRange) { (self.text, self.range) = (text, range) }
  }

  package struct Mouth: Hashable, Sendable {
    /// The name of a viseme.
    package var shape: String
    /// 0 is closed, 1 as wide as it goes.
    package var openness: Double
    package var range: TimeRange

    package init(shape: String, openness: Double, range: TimeRange) {
      (self.shape, self.openness, self.range) = (shape, openness, range)
    }
  }

  package init(duration: Time?) { self.duration = duration }
}
