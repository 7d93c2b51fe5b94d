import Prompt

/// Reads Lua tables of data, as far as `SceneWriter` writes them: a reader of its own, so that the writer is held to Lua and not to
/// our reader.
struct LuaTable {
  private var rest: Substring

  struct Mistake: Error { var rest: String }

  /// The table of `return world { … }`, after comments.
  static func world(_ text: String) throws -> SceneTable {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).drop { $0.hasPrefix("--") }
    var reader = LuaTable(rest: lines.joined(separator: "\n")[...])
    try reader.expect("return")
    try reader.expect("world")
    guard case .table(let table) = try reader.value() else { throw Mistake(rest: text) }
    reader.skip()
    guard reader.rest.isEmpty else { throw Mistake(rest: String(reader.rest)) }
    return table
  }

  private mutating func skip() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func expect(_ text: String) throws {
    skip()
    guard rest.hasPrefix(text) else { throw Mistake(rest: "wanted \(text): \(rest.prefix(60))") }
    rest = rest.dropFirst(text.count)
  }

  private mutating func take(_ text: String) -> Bool {
    skip()
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func value() throws -> SceneValue {
    skip()
    if rest.first == "\"" { return .text(try string()) }
    if take("{") { return .table(try table()) }
    let word = rest.prefix { $0.isLetter || $0.isNumber || "+-._".contains($0) }
    rest = rest.dropFirst(word.count)
    if word == "true" || word == "false" { return .flag(word == "true") }
    guard let number = Double(String(word)) else { throw Mistake(rest: "\(word)\(rest.prefix(60))") }
    return .number(number)
  }

  private mutating func table() throws -> SceneTable {
    var table = SceneTable()
    while !take("}") {
      if let key = try key() { table.fields.append(.init(key, try value())) } else { table.list.append(try value()) }
      if !take(",") {
        try expect("}")
        break
      }
    }
    return table
  }

  /// `name =` or `["name"] =`; nil, and nothing is taken, for a value by position.
  private mutating func key() throws -> String? {
    skip()
    let start = rest
    var key: String?
    if take("[") {
      key = try string()
      try expect("]")
    } else {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      rest = rest.dropFirst(word.count)
      key = word.isEmpty ? nil : String(word)
    }
    guard key != nil, take("="), rest.first != "=" else {
      rest = start
      return nil
    }
    return key
  }

  private mutating func string() throws -> String {
    try expect("\"")
    var text = ""
    while let letter = rest.popFirst(), letter != "\"" {
      guard letter == "\\" else {
        text.append(letter)
        continue
      }
      let next = rest.first ?? " "
      if next.isNumber {
        text.unicodeScalars.append(Unicode.Scalar(UInt8(rest.prefix(3)) ?? 0))
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("u{") {
        let digits = rest.dropFirst(2).prefix { $0 != "}" }
        text.unicodeScalars.append(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "?")
        rest = rest.dropFirst(digits.count + 3)
      } else {
        text.append(next == "n" ? "\n" : next)
        rest = rest.dropFirst()
      }
    }
    return text
  }
}

extension SceneTable {
  /// With names in the order of the alphabet, because Lua's tables have none.
  var sorted: SceneTable {
    let sorted = fields.map { Field($0.key, $0.value.sorted) }.sorted { $0.key < $1.key }
    return SceneTable(list.map(\.sorted), fields: sorted)
  }
}

extension SceneValue {
  var sorted: SceneValue {
    if case .table(let table) = self { .table(table.sorted) } else { self }
  }
}
