extension CanonicalJSON {
  /// Why some bytes are no JSON value.
  package struct Mistake: Error, Hashable, Sendable {
    /// How many bytes stand before it.
    package let offset: Int
    /// What is wrong, as a clause: `a text has no end`.
    package let problem: String
  }

  /// Reads one JSON value (RFC 8259), white space around it allowed.
  ///
  /// Strict where readers differ: a name that stands twice is refused, also if the two are written with other scalars
  /// but look the same; so are half pairs of surrogates, numbers beyond what a `Double` holds, and what is no UTF-8.
  /// Numbers are the nearest `Double`, and `-0` is 0. The text need not be canonical: compare it with `text`.
  ///
  /// - Parameters:
  ///   - limit: How many bytes there may be.
  ///   - depth: How many arrays and objects may lie within one another.
  /// - Complexity: O(count).
  package init(parsing bytes: [UInt8], atMost limit: Int = 16 << 20, depth: Int = 64) throws(Mistake) {
    guard bytes.count <= limit else {
      throw Mistake(offset: limit, problem: "there are \(bytes.count) bytes; at most \(limit) are read")
    }
    var reader = JSONReader(bytes, depth: depth)
    self = try reader.document()
  }
}

/// Goes through JSON text once, byte by byte.
struct JSONReader {
  typealias Mistake = CanonicalJSON.Mistake

  let bytes: [UInt8]
  var position = 0
  /// How many more arrays and objects may be entered.
  private var depth: Int

  init(_ bytes: [UInt8], depth: Int) {
    (self.bytes, self.depth) = (bytes, depth)
  }

  /// The next byte; nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func document() throws(Mistake) -> CanonicalJSON {
    let value = try value()
    guard next == nil else { throw mistake("something follows the value") }
    return value
  }

  /// A value and the white space around it.
  private mutating func value() throws(Mistake) -> CanonicalJSON {
    skipBlanks()
    let value = try bareValue()
    skipBlanks()
    return value
  }

  private mutating func bareValue() throws(Mistake) -> CanonicalJSON {
    switch next ?? 0 {
    case UInt8(ascii: "{"): .object(try nested { (reader) throws(Mistake) in try reader.members() })
    case UInt8(ascii: "["): .array(try nested { (reader) throws(Mistake) in try reader.items() })
    case UInt8(ascii: "\""): .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number(try number())
    default: try literal()
    }
  }

  private mutating func nested<T>(_ body: (inout JSONReader) throws(Mistake) -> T) throws(Mistake) -> T {
    guard depth > 0 else { throw mistake("too many arrays and objects lie within one another") }
    depth -= 1
    position += 1
    let contents = try body(&self)
    depth += 1
    return contents
  }

  private mutating func items() throws(Mistake) -> [CanonicalJSON] {
    var items: [CanonicalJSON] = []
    guard !closes(with: "]") else { return items }
    repeat { items.append(try value()) } while try continues(until: "]")
    return items
  }

  private mutating func members() throws(Mistake) -> [String: CanonicalJSON] {
    var members: [String: CanonicalJSON] = [:]
    guard !closes(with: "}") else { return members }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw mistake("a name in quotes is missing") }
      let name = try string()
      guard members[name] == nil else { throw mistake("a name stands twice") }
      skipBlanks()
      guard take(":") else { throw mistake("a colon is missing") }
      members[name] = try value()
    } while try continues(until: "}")
    return members
  }

  /// Whether an array or object has nothing in it.
  private mutating func closes(with end: Unicode.Scalar) -> Bool {
    skipBlanks()
    return take(end)
  }

  /// Whether a comma follows, rather than the end.
  private mutating func continues(until end: Unicode.Scalar) throws(Mistake) -> Bool {
    if take(",") { return true }
    guard take(end) else { throw mistake("a comma or \(end) is missing") }
    return false
  }

  private mutating func literal() throws(Mistake) -> CanonicalJSON {
    for (word, value) in [("true", CanonicalJSON.boolean(true)), ("false", .boolean(false)), ("null", .null)]
    where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw mistake(next == nil ? "the value has no end" : "no value begins like this")
  }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { position += 1 }
  }

  /// Goes over a byte if it is the next one.
  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  func mistake(_ problem: String) -> Mistake { Mistake(offset: position, problem: problem) }
}
