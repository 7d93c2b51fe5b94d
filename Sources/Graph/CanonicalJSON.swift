/// A JSON value with one text: RFC 8785, the JSON canonicalization scheme.
///
/// Members are sorted by the UTF-16 units of their names, numbers have the shortest form that reads back the same,
/// and there is no white space. Equal values give equal bytes on every machine.
package enum CanonicalJSON: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([CanonicalJSON])
  case object([String: CanonicalJSON])

  /// The canonical text.
  package var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let value): text += CanonicalJSON.form(of: value)
    case .string(let value): CanonicalJSON.write(value, to: &text)
    case .array(let items): CanonicalJSON.write(items, to: &text)
    case .object(let members): CanonicalJSON.write(members, to: &text)
    }
  }

  private static func write(_ items: [CanonicalJSON], to text: inout String) {
    text += "["
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      item.write(to: &text)
    }
    text += "]"
  }

  private static func write(_ members: [String: CanonicalJSON], to text: inout String) {
    text += "{"
    let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
    for (index, member) in sorted.enumerated() {
      if index > 0 { text += "," }
      write(member.key, to: &text)
      text += ":"
      member.value.write(to: &text)
    }
    text += "}"
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{8}": text += "\\b"
      case "\u{9}": text += "\\t"
      case "\u{A}": text += "\\n"
      case "\u{C}": text += "\\f"
      case "\u{D}": text += "\\r"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension CanonicalJSON {
  /// ECMAScript's `Number::toString`, as RFC 8785 section 3.2.2.3 asks. Swift's own description has the same shortest
  /// digits; only the place of the point and the exponent differ.
  ///
  /// - Precondition: the value is finite. What is not is refused before it reaches a graph.
  package static func form(of value: Double) -> String {
    precondition(value.isFinite, "JSON has no infinite numbers")
    guard value != 0 else { return "0" }
    let (digits, exponent) = shortestDigits(of: value.magnitude)
    let count = digits.count
    let sign = value < 0 ? "-" : ""
    switch exponent {
    case count...21: return sign + digits + String(repeating: "0", count: exponent - count)
    case 1..<max(2, count): return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
    case -5...0: return sign + "0." + String(repeating: "0", count: -exponent) + digits
    default:
      let power = exponent - 1
      let tail = count > 1 ? "." + digits.dropFirst() : ""
      return sign + digits.prefix(1) + tail + "e" + (power < 0 ? "-" : "+") + String(abs(power))
    }
  }

  /// The shortest decimal digits d₁d₂…dₙ and the exponent e, such that the value is 0.d₁d₂…dₙ × 10ᵉ.
  private static func shortestDigits(of value: Double) -> (digits: String, exponent: Int) {
    let parts = value.description.split(separator: "e", maxSplits: 1)
    let mantissa = parts[0].split(separator: ".", maxSplits: 1)
    let whole = mantissa[0] == "0" ? "" : String(mantissa[0])
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let leading = whole.isEmpty ? fraction.prefix { $0 == "0" }.count : 0
    var digits = String((whole + fraction).dropFirst(leading))
    while digits.last == "0" { digits.removeLast() }
    return (digits, whole.count - leading + shift)
  }
}
