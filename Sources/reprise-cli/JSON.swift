import Reprise

/// A JSON value to be written. Members keep their order, so that what matters comes first.
indirect enum JSON {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
  /// Text that is JSON already.
  case text(String)

  static func number(_ number: some BinaryInteger) -> JSON { .text("\(number)") }
  static func string(_ string: String?) -> JSON { string.map { .string($0) } ?? .null }
  static func number(_ number: Int?) -> JSON { number.map { .text("\($0)") } ?? .null }
  static func number(_ number: Double?) -> JSON { number.map { .number($0) } ?? .null }

  /// On one line.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let number): JSON.form(of: number)
    case .string(let string): JSON.quoted(string)
    case .array(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSON.quoted($0.0) + ":" + $0.1.text }.joined(separator: ",") + "}"
    // Line ends stand between JSON's tokens, never in them.
    case .text(let text): String(decoding: text.utf8.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
  }

  private static func form(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    return Int64(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  private static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

extension JSON {
  static func error(_ error: RepriseError) -> JSON {
    .object([
      ("kind", .string(error.kind.rawValue)), ("code", .string(error.code)), ("file", .string(error.file)),
      ("line", .number(error.line)), ("operation", .string(error.operation)), ("came", .string(error.came)),
      ("wanted", .string(error.wanted)), ("remedy", .string(error.remedy)), ("message", .string(error.description)),
    ])
  }

  static func warning(_ warning: RecipeWarning) -> JSON {
    .object([
      ("file", .string(warning.file)), ("line", .number(warning.line)), ("message", .string(warning.message)),
    ])
  }

  static func warning(_ warning: TimelineWarning) -> JSON {
    .object([("place", .string(warning.place)), ("message", .string(warning.message))])
  }
}
