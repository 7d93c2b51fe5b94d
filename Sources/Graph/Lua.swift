/// Values as Lua writes them.
package enum Lua {
  package static func number(_ number: Double) -> String { CanonicalJSON.form(of: number) }

  /// In quotes. Whatever the text holds, it stays a text.
  package static func text(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}": quoted += "\\u{\(String(scalar.value, radix: 16))}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A table, of some values in order and others by name.
  package static func table(_ items: [String], _ named: [(name: String, value: String)] = []) -> String {
    let members = items + named.map { "\(key($0.name)) = \($0.value)" }
    return members.isEmpty ? "{}" : "{ \(members.joined(separator: ", ")) }"
  }

  package static func call(_ function: String, _ arguments: [String]) -> String {
    "\(function)(\(arguments.joined(separator: ", ")))"
  }

  /// A name as a table has it, before ` = `.
  package static func key(_ name: String) -> String { isName(name) && !words.contains(name) ? name : "[\(text(name))]" }

  /// Whether it is letters, digits and underscores, and no digit first.
  private static func isName(_ text: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || (97...122).contains(byte | 32) && byte >= 65 }
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) }
  }

  private static let words: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
    "not",
    "or", "repeat", "return", "then", "true", "until", "while",
  ]
}
