/// What a mood is made of. Patterns are bars of sixteenths, as `Pattern` reads them; chords are Roman numerals, one a bar.
struct Style: Sendable {
  var tempo: Double
  var key: Key
  var melody, harmony, figure, bass: Instrument
  /// Factors on the instruments' own levels: melody, harmony, figure, bass, drums.
  var levels: [Double]

  /// Four bars each, for keys like major and like minor.
  var major, minor: [String]
  /// The chord that leads home at the end of a section.
  var majorTurn = "V"
  var minorTurn = "V"

  /// Bars of a melody, and bars that end a phrase.
  var cells: [String]
  var closes = ["x-----------....", "x---x-------....", "x-x-x-------...."]
  /// The middle of the melody, as a pitch.
  var register = 74

  /// When the chord is struck.
  var comp = "x---------------"
  /// Notes of the chord from the lowest up, in turns.
  var broken = ["0-1-2-3-4-3-2-1-"]
  /// Root 1, third 3, fifth 5, octave 8; `a` leads to the next root.
  var walk = ["1---------------"]

  var groove = Groove()
  /// How late every second sixteenth is, as a part of a sixteenth: a third is a shuffle.
  var swing = 0.0
  /// How far from its beat a note may be, in milliseconds.
  var looseness = 6.0
}

/// A drum part: who strikes when, in quiet and in full sections, and at a section's end.
struct Groove: Sendable {
  /// Drums by General MIDI's keys. In a pattern `X` is loud, `x` is plain, `o` is soft.
  typealias Line = (drum: Int, pattern: String)

  var light: [Line] = []
  var full: [Line] = []
  var fill: [Line] = []
  /// Whether a cymbal opens a full section.
  var crashes = false

  static let kick = 36, rim = 37, snare = 38, clap = 39, hat = 42, openHat = 46, low = 41, middle = 45, high = 48
  static let crash = 49, ride = 51, shaker = 70, block = 76
}
