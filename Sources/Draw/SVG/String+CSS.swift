extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    let head = drop { $0.isWhitespace }
    return String(head[..<(head.lastIndex { !$0.isWhitespace }.map(head.index(after:)) ?? head.startIndex)])
  }

  /// Whether a mark such as `:` carries an accent. To Swift it is another character then, and to CSS it is still the mark.
  var hasAccentedMarks: Bool {
    contains { character in
      let first = character.unicodeScalars.first
      return character.unicodeScalars.count > 1 && character != "\r\n"
        && first.map { $0.isASCII && !$0.properties.isAlphabetic } == true
    }
  }

  /// Without the comments of CSS; what is left open ends with the text.
  var withoutComments: String {
    var (result, rest) = ("", self[...])
    while let start = rest.firstRange(of: "/*") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? rest[rest.endIndex...]
    }
    return result + rest
  }
}
