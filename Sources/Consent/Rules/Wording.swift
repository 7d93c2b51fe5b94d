/// Texts as a row of words, so that one can be looked for: without case, punctuation, and marks that nobody sees.
///
/// Texts follow one another, so that a phrase is found as well where it is said in two pieces. What is spelt in another way, or
/// with letters that only look alike, is another word.
struct Wording {
  private let words: [String]
  private let places: [String: [Int]]

  init(_ texts: [String]) {
    let words = texts.flatMap(Wording.words)
    self.words = words
    places = Dictionary(grouping: words.indices) { words[$0] }
  }

  var isEmpty: Bool { words.isEmpty }

  /// - Complexity: O(count of the phrase's first word × length of the phrase).
  func contains(_ phrase: String) -> Bool {
    let phrase = Wording.words(of: phrase)
    guard let first = phrase.first else { return false }
    return (places[first] ?? []).contains { words[$0...].starts(with: phrase) }
  }

  private static func words(of text: String) -> [String] {
    let seen = text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    return String(String.UnicodeScalarView(seen)).lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
