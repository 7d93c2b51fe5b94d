package import Media

/// A spoken text: its sound, and when its words and phonemes are heard. Times count from the first sample.
package struct Speech: Hashable, Sendable {
  /// One channel, at the voice's own rate.
  package var samples: [Int16]
  /// Samples a second.
  package var sampleRate: Int
  package var timing: Timing

  package var duration: Time { Time(ticks: Int64(samples.count), rate: Int64(sampleRate)) }

  package init(samples: [Int16], sampleRate: Int, timing: Timing) {
    (self.samples, self.sampleRate, self.timing) = (samples, sampleRate, timing)
  }

  /// When what is heard. Words and phonemes come in order, and none overlaps the next.
  package struct Timing: Hashable, Codable, Sendable {
    package var words: [Word]
    /// What lies between words, and before and after all, is phonemes too: pauses. Empty if the voice does not tell.
    package var phonemes: [Phoneme]
    /// Whether the times are guessed from the text's letters, for the voice does not tell them.
    package var isEstimated: Bool

    package init(words: [Word], phonemes: [Phoneme] = [], isEstimated: Bool = false) {
      (self.words, self.phonemes, self.isEstimated) = (words, phonemes, isEstimated)
    }
  }

  /// A word as the text has it: `$5`, though two words are heard, with the marks that stand at it.
  package struct Word: Hashable, Codable, Sendable {
    package var text: String
    /// Its bytes in the text, in UTF-8.
    package var range: Range<Int>
    package var start: Time
    package var end: Time

    package init(text: String, range: Range<Int>, start: Time, end: Time) {
      (self.text, self.range, self.start, self.end) = (text, range, start, end)
    }
  }

  package struct Phoneme: Hashable, Codable, Sendable {
    /// In ARPABET, small letters: `ae`. `pau` is a pause.
    package var name: String
    package var start: Time
    package var end: Time
    /// The place of its word among the words; nil in a pause.
    package var word: Int?
  }
}
