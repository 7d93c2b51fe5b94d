import Graph

/// Values as Lua writes them.
enum Lua {
  static func number(_ number: Double) -> String { CanonicalJSON.form(of: number) }

  /// In quotes. Whatever the text holds, it stays a text.
  static func text(_ text: String) -> String {
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
  static func table(_ items: [String], _ named: [(name: String, value: String)] = []) -> String {
    let members = items + named.map { "\(key($0.name)) = \($0.value)" }
    return members.isEmpty ? "{}" : "{ \(members.joined(separator: ", ")) }"
  }

  static func call(_ function: String, _ arguments: [String]) -> String {
    "\(function)(\(arguments.joined(separator: ", ")))"
  }

  /// `fade`'s parameter `in` is a word of Lua's.
  private static func key(_ name: String) -> String { name == "in" ? "[\"in\"]" : name }
}
