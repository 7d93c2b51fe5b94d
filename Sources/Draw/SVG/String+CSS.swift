extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    let head = drop { $0.isWhitespace }
    return String(head[..<(head.lastIndex { !$0.isWhitespace }.map(head.index(after:)) ?? head.startIndex)])
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
