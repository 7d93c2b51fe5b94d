package import Media

/// A note as it is played.
package struct Note: Hashable, Sendable {
  /// Where in the piece's tracks.
  package var track: Int
  /// As MIDI counts: 60 is middle C, 69 is A at 440 Hz. On a drum track, General MIDI's number of the drum.
  package var pitch: Int
  /// Above 0, to 1.
  package var velocity: Double
  /// Where the score has it.
  package var beat: Beat
  /// How long the score has it.
  package var beats: Beat
  /// When it is struck: at its beat, or a few milliseconds beside it, as a person plays.
  package var start: Time
  /// How long it is held. It may ring on after that.
  package var length: Time
  /// Whether it lies outside the key on purpose, as the leading note of a minor key does.
  package var isAltered = false

  package var end: Time { start + length }
}
