import Reprise

/// Reads one JSON object (RFC 8259) whose members are strings, numbers and booleans, each name once.
///
/// Of our own making, because it says on which line what is wrong, and refuses a name that stands twice.
struct FlatJSONReader {
  struct Mistake: Error {
    let line: Int
    let problem: String
  }

  let text: [Unicode.Scalar]
  var position = 0

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
  }

  mutating func object() throws(Mistake) -> [String: ParamValue] {
    guard next() == "{" else { throw mistake("the file is not a JSON object") }
    position += 1
    var members: [String: ParamValue] = [:]
    if next() == "}" { position += 1 } else { try readMembers(into: &members) }
    guard next() == nil else { throw mistake("something follows the object") }
    return members
  }

  private mutating func readMembers(into members: inout [String: ParamValue]) throws(Mistake) {
    repeat {
      guard next() == "\"" else { throw mistake("a name in quotes is missing") }
      let name = try string()
      guard members[name] == nil else { throw mistake("\"\(name)\" stands twice") }
      guard next() == ":" else { throw mistake("a colon is missing after \"\(name)\"") }
      position += 1
      members[name] = try value(of: name)
    } while try continues()
  }

  /// Whether a comma follows, rather than the end.
  private mutating func continues() throws(Mistake) -> Bool {
    let mark = next()
    guard mark == "," || mark == "}" else { throw mistake("a comma or } is missing") }
    position += 1
    return mark == ","
  }

  private mutating func value(of name: String) throws(Mistake) -> ParamValue {
    switch next() {
    case "\"": return .text(try string())
    case "{", "[": throw mistake("\"\(name)\" is nested; a param is a text, a number, true or false")
    default: return try word(of: name)
    }
  }

  private mutating func word(of name: String) throws(Mistake) -> ParamValue {
    let start = position
    while position < text.count, text[position].isWordPart { position += 1 }
    let word = String(String.UnicodeScalarView(text[start..<position]))
    switch word {
    case "true": return .flag(true)
    case "false": return .flag(false)
    default:
      guard word.isJSONNumber, let number = Double(word), number.isFinite else {
        throw mistake("\"\(name)\" is neither a text, a number, true nor false")
      }
      return .number(number)
    }
  }

  /// The first scalar that is not white space; nil at the end.
  private mutating func next() -> Unicode.Scalar? {
    while position < text.count, [" ", "\t", "\n", "\r"].contains(text[position]) { position += 1 }
    return position < text.count ? text[position] : nil
  }

  func mistake(_ problem: String) -> Mistake {
    Mistake(line: text[..<min(position, text.count)].count { $0 == "\n" } + 1, problem: problem)
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool {
    properties.isAlphabetic || ("0"..."9").contains(self) || "+-.".unicodeScalars.contains(self)
  }
}

extension String {
  /// Whether it is a number to JSON, which is stricter than Swift: no `0x10`, `1_0`, `.5`, `1.`, `nan`.
  fileprivate var isJSONNumber: Bool {
    wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
  }
}
