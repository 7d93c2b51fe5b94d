extension Script {
  /// Tokens that are spoken in one go, by the rules of flite's `default_utt_break`, and never more than a voice's breath.
  ///
  /// Time and memory of flite grow with the square of what it is given at once.
  var sentences: [ArraySlice<Token>] {
    var sentences: [ArraySlice<Token>] = []
    var start = 0
    for next in tokens.indices.dropFirst() where ends(next - 1) || next - start >= Self.breath {
      sentences.append(tokens[start..<next])
      start = next
    }
    return sentences + [tokens[start...]]
  }

  /// Tokens without a full stop; a long sentence has 40.
  private static let breath = 100

  /// Whether a sentence ends with a token that is not the last.
  private func ends(_ place: Int) -> Bool {
    let (token, next) = (tokens[place], tokens[place + 1])
    if next.opensParagraph || token.after.contains(where: { ":?!".contains($0) }) { return true }
    guard token.after.contains("."), next.name.first?.isUppercase == true else { return false }
    // `Mr. Smith`, `J. Smith` and `U.S. Army` go on.
    let isShort = token.name.count < 4 && token.name.first?.isUppercase == true
    return !isShort && token.name.last?.isUppercase != true
  }
}
