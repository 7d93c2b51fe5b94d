/// A word, a number, a quotation or a mark of a prompt.
struct Token {
  enum Kind: Equatable {
    case word, number(Double), quote
    /// `.`, `!`, `?`, `;` and the end of a line.
    case stop
    case comma, colon, dash
  }

  var kind: Kind
  /// Of a word in lower case, with a plain apostrophe; of a quotation what stands in it.
  var text: String
  /// In Unicode scalars from the start of the prompt.
  var offset: Int
}

/// Takes a prompt apart. Signs that no English text has are passed over.
struct Tokens {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private(set) var list: [Token] = []

  static func of(_ prompt: some Sequence<Unicode.Scalar>) -> [Token] {
    var tokens = Tokens(scalars: Array(prompt))
    while tokens.index < tokens.scalars.count { tokens.next() }
    return tokens.list
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func next() {
    let start = index
    let scalar = scalars[index]
    switch scalar {
    case "\"", "“", "”", "«", "„": quote()
    case ".", "!", "?", ";", "\n", "\r", "…": mark(.stop)
    case ",": mark(.comma)
    case ":": mark(.colon)
    case "-", "–", "—": mark(.dash)
    case "&": mark(.word)
    case "0"..."9": number()
    case _ where scalar.isLetter: word()
    default: index += 1
    }
    if index == start { index += 1 }
  }

  private mutating func mark(_ kind: Token.Kind) {
    list.append(Token(kind: kind, text: String(scalars[index]), offset: index))
    index += 1
  }

  private mutating func word() {
    let start = index
    var text = ""
    while index < scalars.count, scalars[index].isLetter || isInner(index) {
      text.unicodeScalars.append(scalars[index] == "’" ? "'" : scalars[index])
      index += 1
    }
    // `the player's hand` is of the player, but `newton's cradle` and `it's` are words.
    list.append(Token(kind: .word, text: text.lowercased(), offset: start))
  }

  /// An apostrophe between letters.
  private func isInner(_ index: Int) -> Bool {
    let isApostrophe = scalars[index] == "'" || scalars[index] == "’"
    return isApostrophe && index + 1 < scalars.count && scalars[index + 1].isLetter
  }

  /// At most six digits before and after the point count.
  private mutating func number() {
    let start = index
    var (value, place, hasPoint, digits) = (0.0, 1.0, false, 0)
    while index < scalars.count {
      if let digit = scalars[index].digit {
        digits += 1
        if digits <= 12 {
          value = value * 10 + digit
          if hasPoint { place *= 10 }
        }
      } else if scalars[index] == ".", !hasPoint, index + 1 < scalars.count, scalars[index + 1].digit != nil {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    let text = String(String.UnicodeScalarView(scalars[start..<index]))
    list.append(Token(kind: .number(value / place), text: text, offset: start))
  }

  private mutating func quote() {
    let start = index
    let closing: Set<Unicode.Scalar> = ["\"", "”", "“", "»"]
    index += 1
    let end = scalars[index...].firstIndex { closing.contains($0) } ?? scalars.count
    let text = String(String.UnicodeScalarView(scalars[index..<end].filter { $0.value >= 32 && $0.value != 127 }))
    list.append(Token(kind: .quote, text: String(text.prefix(300)), offset: start))
    index = min(end + 1, scalars.count)
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { properties.isAlphabetic }

  fileprivate var digit: Double? {
    (48...57).contains(value) ? Double(value - 48) : nil
  }
}
