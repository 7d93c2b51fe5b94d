/// What a text may be.
package struct TextRule {
  package enum Kind {
    /// One line that people read: nothing in it moves the cursor or turns the writing around.
    case line
    /// Lower-case letters, digits and dashes.
    case slug
    /// Lines.
    case page
  }

  let limit: Int
  let kind: Kind
  let mayBeEmpty: Bool

  package init(atMost limit: Int, _ kind: Kind = .line, mayBeEmpty: Bool = false) {
    (self.limit, self.kind, self.mayBeEmpty) = (limit, kind, mayBeEmpty)
  }

  /// What is wrong with a text, if anything.
  func problem(with text: String) -> String? {
    if text.isEmpty, !mayBeEmpty { return "is empty" }
    if text.utf8.count > limit { return "has \(text.utf8.count) bytes" }
    switch kind {
    case .line: return text.unicodeScalars.contains(where: TextRule.isTrick) ? "holds a control character" : nil
    case .slug: return TextRule.isSlug(text) ? nil : "is \"\(TextRule.shown(text))\""
    case .page: return text.utf8.contains(0) ? "holds a zero byte" : nil
    }
  }

  var wanted: String {
    switch kind {
    case .line, .page: "text of at most \(limit) bytes"
    case .slug: "at most \(limit) lower-case letters, digits and dashes"
    }
  }

  /// A text from outside, fit for an error message.
  package static func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(80).map { isTrick($0) ? "\u{fffd}" : $0 }))
  }

  private static func isSlug(_ text: String) -> Bool {
    text.first != "-" && text.last != "-"
      && text.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
  }

  /// Control characters, line ends of Unicode's own, and what reverses the direction of writing.
  private static func isTrick(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1f, 0x7f...0x9f, 0x2028...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
