import Claims
import Testing

@testable import Speech

/// What becomes of a text before a voice sees it.
@Suite struct ScriptTests {
  private func names(_ text: String) throws -> [[String]] {
    try Script(text).sentences.map { $0.map { String($0.name) } }
  }

  @Test func marksAreTakenFromWords() throws {
    let token = try Script("(\"Hello,\")").tokens[0]
    #expect(token.before == "(\"" && token.name == "Hello" && token.after == ",\")")
  }

  @Test func sentencesEndWhereAReaderStops() throws {
    #expect(
      try names("Come in. Sit down! Why? I know: so.") == [
        ["Come", "in"], ["Sit", "down"], ["Why"], ["I", "know"], ["so"],
      ])
  }

  @Test func abbreviationsEndNoSentence() throws {
    #expect(try names("Ask Mr. Smith of the U.S. Army.").count == 1)
    #expect(try names("about 3.5 miles. that is all").count == 1)
  }

  @Test func anEmptyLineEndsASentence() throws {
    #expect(try names("One line\nand its rest\n\nanother") == [["One", "line", "and", "its", "rest"], ["another"]])
  }

  @Test func aDashByItselfIsAPause() throws {
    let script = try Script("now – or never —")
    #expect(script.tokens.map(\.after) == [",", "", ","])
    #expect(script.words.count == 5)
  }

  @Test func lettersWithAccentsAreReadAsTheirLetters() throws {
    #expect(
      try names("Café naïve fac\u{327}ade Ångström straße") == [["Cafe", "naive", "facade", "Angstrom", "strasse"]])
    #expect(try names("“It’s”—he said…") == [["It's", "he", "said"]])
  }

  @Test func noSentenceIsLongerThanABreath() throws {
    let text = Array(repeating: "and", count: 1_000).joined(separator: " ")
    let lengths = try Script(text).sentences.map(\.count)
    #expect(lengths.allSatisfy { $0 <= 100 } && lengths.reduce(0, +) == 1_000)
  }

  @Test(arguments: [
    ("Hello 語", "語", 6, 1, 7), ("a\nbü β", "β", 6, 2, 4), ("ring\u{7}", "U+0007", 4, 1, 5),
    ("nul\0", "U+0000", 3, 1, 4),
    ("so 😀 happy", "😀", 3, 1, 4), ("a < b", "<", 2, 1, 3), ("\u{202E}x", "U+202E", 0, 1, 1),
  ])
  func whatCannotBeSaidIsShownWithItsPlace(text: String, character: String, byte: Int, line: Int, column: Int) throws {
    let error = #expect(throws: SpeechError.self) { try Script(text) }
    guard case .unsayable(let shown, let place) = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
    #expect(shown.contains(character))
    #expect(place == SpeechError.Place(byte: byte, line: line, column: column))
  }

  @Test(arguments: ["", " \n\t", "...", "- — !", "\u{AD}", "''"]) func aTextOfMarksHasNothingToSay(text: String) {
    #expect(throws: SpeechError.nothingToSay) { try Script(text) }
  }

  @Test func aWordThatNoVoiceCanTakeIsShown() {
    let text = "a \(String(repeating: "a", count: 501))"
    #expect(throws: SpeechError.wordTooLong(characters: 501, limit: 500, place: .init(byte: 2, line: 1, column: 3))) {
      try Script(text)
    }
  }

  @Test func wordsCoverAllThatIsNotSpace() throws {
    try always { draws in
      draws.list(0...40) { $0.one(of: ["a", " ", "\n", "é", "—", "(", ".", "5", "…", "$", "\u{AD}", "’", "x\u{301}"]) }
        .joined()
    } holds: { text in
      guard let script = try? Script(text) else { return true }
      let bytes = Array(text.utf8)
      let words = script.words.map { String(decoding: bytes[$0], as: UTF8.self) }
      return words == text.split { " \n".contains($0) }.map(String.init)
        && script.tokens.allSatisfy { script.words.indices.contains($0.word) && !$0.name.isEmpty }
        && script.sentences.flatMap { $0 } == script.tokens
    }
  }
}
