/// The line of a recipe that a message is about, with the word to blame underlined, as compilers show it.
struct Excerpt {
  private let line: Int
  private let code: String
  private let mark: Range<String.Index>

  /// Lines beyond it would wrap and put the mark in the wrong place.
  private static let widest = 160

  /// - Parameter names: Words that may be to blame; the first that stands in the line is marked, or else the whole line.
  /// - Returns: Nil if the source has no such line, or nothing in it.
  init?(of source: String, line: Int?, blaming names: [String]) {
    guard let line, line > 0 else { return nil }
    let lines = source.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
    guard line <= lines.count else { return nil }
    let code = String(lines[line - 1].prefix(Excerpt.widest)).printable
    let blank = { (character: Character) in character.isWhitespace }
    guard let start = code.firstIndex(where: { !blank($0) }), let last = code.lastIndex(where: { !blank($0) }) else {
      return nil
    }
    (self.line, self.code) = (line, code)
    mark = names.lazy.compactMap { code.range(ofWord: $0) }.first ?? start..<code.index(after: last)
  }

  /// What stands in quotes in a message: `"corp"` in `there is no "corp"; did you mean "crop"?`.
  static func names(in message: String) -> [String] {
    let pieces = message.split(separator: "\"", omittingEmptySubsequences: false)
    return pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) }
  }

  /// Begins with a line end.
  var text: String {
    let number = String(line)
    let margin = String(repeating: " ", count: number.count)
    // Tabs stay tabs, so that the mark stands where the word does, whatever a tab is on this terminal.
    let indent = String(code[..<mark.lowerBound].map { $0 == "\t" ? "\t" : " " })
    let line = String(repeating: "~", count: max(0, code[mark].count - 1))
    return "\n  \(number) | \(code)\n  \(margin) | \(indent)" + Style.errors.mark("^" + line)
  }
}

extension String {
  /// Where a word stands by itself.
  fileprivate func range(ofWord word: String) -> Range<Index>? {
    guard !word.isEmpty else { return nil }
    var start = startIndex
    while let found = self[start...].firstRange(of: word) {
      let before = found.lowerBound > startIndex ? self[index(before: found.lowerBound)] : " "
      let after = found.upperBound < endIndex ? self[found.upperBound] : " "
      if !before.isWordPart, !after.isWordPart { return found }
      start = index(after: found.lowerBound)
    }
    return nil
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
