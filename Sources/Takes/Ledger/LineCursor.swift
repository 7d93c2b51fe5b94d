internal import Glibc
internal import Graph

/// Reads the canonical JSON of a line from front to back.
///
/// Every field stands where `Entry.line` puts it, in the order of names, so nothing has to be looked for. A ledger of years is
/// read whenever it is opened: what is usual takes no detour here, and the rest goes to `CanonicalJSON`.
struct LineCursor {
  private let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    (self.bytes, position, end) = (bytes, range.lowerBound, range.upperBound)
  }

  private var next: UInt8 { position < end ? bytes[position] : 0 }

  func mistake(_ came: String) -> TakeError { TakeError(.malformed, "byte \(position)", came) }

  /// Goes over a mark.
  mutating func mark(_ mark: Unicode.Scalar) throws(TakeError) {
    guard take(mark) else { throw mistake("lacks \(mark)") }
  }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  /// Goes over a field's name, if it is the next.
  mutating func has(_ name: StaticString) -> Bool {
    let start = next == UInt8(ascii: ",") ? position + 1 : position
    let after = start + name.utf8CodeUnitCount + 3
    guard after <= end, bytes[start] == UInt8(ascii: "\""), bytes[after - 2] == UInt8(ascii: "\"") else { return false }
    let isIt = name.withUTF8Buffer { name in
      bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[start + 1..<after - 2]).elementsEqual(name) }
    }
    guard isIt, bytes[after - 1] == UInt8(ascii: ":") else { return false }
    position = after
    return true
  }

  mutating func need(_ name: StaticString) throws(TakeError) {
    guard has(name) else { throw mistake("lacks \(name)") }
  }
}

extension LineCursor {
  /// The bytes of a text between its quotes, and whether some are escaped.
  private mutating func quoted() throws(TakeError) -> (Range<Int>, isEscaped: Bool) {
    try mark("\"")
    let start = position
    var isEscaped = false
    while position < end, bytes[position] != UInt8(ascii: "\"") {
      let isEscape = bytes[position] == UInt8(ascii: "\\")
      isEscaped = isEscaped || isEscape
      position += isEscape ? 2 : 1
    }
    guard position < end else { throw mistake("lacks the end of a text") }
    position += 1
    return (start..<position - 1, isEscaped)
  }

  mutating func text() throws(TakeError) -> String {
    let (range, isEscaped) = try quoted()
    guard isEscaped else { return String(decoding: bytes[range], as: UTF8.self) }
    guard case .string(let text) = try parsed(range.lowerBound - 1..<range.upperBound + 1) else {
      throw mistake("follows what is no text")
    }
    return text
  }

  mutating func number() throws(TakeError) -> Double {
    let start = position
    while ![UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0].contains(next) { position += 1 }
    guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)), number.isFinite else {
      throw mistake("follows what is no number")
    }
    return number
  }

  mutating func whole(_ range: ClosedRange<Int>) throws(TakeError) -> Int {
    guard let whole = Int(exactly: try number()), range.contains(whole) else {
      throw mistake("follows what is no whole number within its range")
    }
    return whole
  }

  /// What a text says in a form of its own.
  mutating func reading<T>(_ read: (String) -> T?) throws(TakeError) -> T {
    let text = try text()
    guard let value = read(text) else { throw mistake("follows \(text.shown(atMost: 80))") }
    return value
  }

  mutating func word<W: RawRepresentable<String>>() throws(TakeError) -> W { try reading { W(rawValue: $0) } }

  mutating func digest() throws(TakeError) -> Digest {
    try reading { $0.hasPrefix("sha256:") ? Digest(hexadecimal: $0.dropFirst(7)) : nil }
  }
}

extension LineCursor {
  mutating func value() throws(TakeError) -> CanonicalJSON {
    switch next {
    case UInt8(ascii: "\""): .string(try text())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number(try number())
    default: try parsed(skip())
    }
  }

  /// The members of an object, each read by a closure.
  mutating func members<T>(
    _ read: (inout LineCursor) throws(TakeError) -> T
  ) throws(TakeError) -> [String: T] {
    try mark("{")
    var members: [String: T] = [:]
    while !take("}") {
      _ = take(",")
      let name = try text()
      try mark(":")
      members[name] = try read(&self)
    }
    return members
  }

  /// Goes over a value.
  ///
  /// - Returns: Where it stands.
  mutating func skip() throws(TakeError) -> Range<Int> {
    let start = position
    var depth = 0
    repeat {
      switch next {
      case UInt8(ascii: "\""): _ = try quoted()
      case UInt8(ascii: "{"), UInt8(ascii: "["): (depth, position) = (depth + 1, position + 1)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): (depth, position) = (depth - 1, position + 1)
      default: position += 1
      }
      guard position <= end else { throw mistake("lacks the end of a value") }
    } while depth > 0 || position < end && ![UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(next)
    return start..<position
  }

  func digest(of range: Range<Int>) -> Digest { Digest(of: bytes[range]) }

  /// The same from another place on.
  func reading(_ range: Range<Int>) -> LineCursor { LineCursor(bytes, range) }

  private func parsed(_ range: Range<Int>) throws(TakeError) -> CanonicalJSON {
    do throws(CanonicalJSON.Mistake) {
      return try CanonicalJSON(parsing: Array(bytes[range]))
    } catch {
      throw mistake(error.problem)
    }
  }
}
