/// What a recipe may want to know of a clip's sound.
package enum ListeningQuestion: Hashable, Sendable {
  /// How loud it is, 0 to 1, so many times a second.
  case envelope(rate: Double)
  /// How loud each of so many bands is, the lowest first, so many times a second: a list for each time.
  case bands(Int, rate: Double)
  /// When something begins to sound, in seconds.
  case onsets
  /// When beats fall, in seconds.
  case beats
  /// Beats a minute, alone; nothing if there is no beat.
  case tempo
}
