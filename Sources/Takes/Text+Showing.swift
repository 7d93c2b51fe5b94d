extension String {
  /// A text from outside on one line of an error or of the ledger: bounded, and nothing in it moves the cursor or turns
  /// the writing around.
  func shown(atMost limit: Int = 300) -> String {
    let scalars = unicodeScalars.prefix(limit + 1).map { $0.isTrick ? "\u{fffd}" : $0 }
    guard scalars.count > limit else { return String(String.UnicodeScalarView(scalars)) }
    return String(String.UnicodeScalarView(scalars.prefix(limit))) + "…"
  }

  /// What is wrong with a text that names something, if anything.
  func problemAsName(atMost limit: Int = 200) -> String? {
    if isEmpty { return "is empty" }
    if utf8.count > limit { return "has \(utf8.count) bytes; at most \(limit) are taken" }
    return unicodeScalars.contains(where: \.isTrick) ? "holds a control character" : nil
  }
}

extension Unicode.Scalar {
  /// Control characters, line ends of Unicode's own, and what reverses the direction of writing.
  fileprivate var isTrick: Bool {
    switch value {
    case 0x00...0x1f, 0x7f...0x9f, 0x2028...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}

extension Sequence<String> {
  /// `4, 8 or 12`
  var alternatives: String {
    let all = Array(self)
    guard let last = all.last, all.count > 1 else { return all.first ?? "nothing" }
    return all.dropLast().joined(separator: ", ") + " or " + last
  }
}
