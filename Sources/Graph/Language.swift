/// The recipe language: every word, in teaching order.
package enum Language {
  package static let words: [Word] =
    sources + shapes + text + joining + time + picture + compositing + effects + shade + color + sound + madeSound
    + foley + listening + world
    + recipe + remix

  /// Raised when the meaning of a recipe's text changes; part of every graph.
  package static let version = 1

  /// Finds a word by name and form.
  package static func word(_ name: String, _ form: Word.Form) -> Word? {
    index[form]?[name]
  }

  private static let index: [Word.Form: [String: Word]] = Dictionary(grouping: words, by: \.form).mapValues { words in
    Dictionary(uniqueKeysWithValues: words.map { ($0.name, $0) })
  }
}

/// The longest time that a recipe may name, in seconds: about eleven days, where seconds still say every flick.
package let longestSeconds = 1_000_000.0
