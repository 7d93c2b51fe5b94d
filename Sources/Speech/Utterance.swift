/// A text to be spoken, and how.
package struct Utterance: Hashable, Codable, Sendable {
  /// From 1 to 10 000 Unicode scalars.
  package var text: String
  /// The name of one of the speaker's voices.
  package var voice: String
  /// How many times as fast as the voice speaks by itself, 0.5 to 2.
  package var rate: Double
  /// How many times as high, 0.5 to 2.
  package var pitch: Double

  package init(_ text: String, voice: String = Voice.slt.rawValue, rate: Double = 1, pitch: Double = 1) {
    (self.text, self.voice, self.rate, self.pitch) = (text, voice, rate, pitch)
  }

  /// Unicode scalars that are spoken at once.
  package static let characterLimit = 10_000
  package static let rates = 0.5...2.0
  package static let pitches = 0.5...2.0

  /// - Throws: `SpeechError` if a number is outside its range, or the text is too long.
  package func check() throws(SpeechError) {
    guard Self.rates.contains(rate) else { throw .outOfRange(name: "rate", value: rate, allowed: Self.rates) }
    guard Self.pitches.contains(pitch) else { throw .outOfRange(name: "pitch", value: pitch, allowed: Self.pitches) }
    // A scalar has at most four bytes, so a long text is known without a walk through all of it.
    let bytes = text.utf8.count
    let count = bytes > 4 * Self.characterLimit ? bytes / 4 : text.unicodeScalars.count
    guard count <= Self.characterLimit else { throw .tooLong(characters: count, limit: Self.characterLimit) }
  }
}

extension Utterance {
  /// Checks what every speaker wants who is given plain texts.
  ///
  /// - Throws: As `check` does; `.unknownVoice`; `.nothingToSay`; `.unsayable` for a zero, where a text ends in C.
  package func check(for speaker: some Speaking) throws(SpeechError) {
    try check()
    guard speaker.voices.contains(voice) else { throw .unknownVoice(name: voice, known: speaker.voices) }
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { throw .nothingToSay }
    if let zero = text.utf8.firstIndex(of: 0) {
      let byte = text.utf8.distance(from: text.startIndex, to: zero)
      throw .unsayable(character: "U+0000", place: .init(byte, in: text))
    }
  }
}
