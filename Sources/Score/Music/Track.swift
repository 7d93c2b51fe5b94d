package import Media

/// A part of a piece: who plays it, how loud, and where it stands.
package struct Track: Hashable, Sendable {
  package var name: String
  package var instrument: Instrument
  /// A factor on its sound; 1 is the instrument's own level.
  package var level: Double
  /// −1 is left, 1 is right.
  package var pan: Double
  /// What turns while it plays, by time; each holds until the next.
  package var controls: [Control] = []

  /// How a track's knobs stand from an instant on.
  package struct Control: Hashable, Sendable {
    package var start: Time
    package var level: Double
    package var pan: Double
    /// Semitones that all its notes are bent by.
    package var bend: Double
  }
}
