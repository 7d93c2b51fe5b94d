/// A place in the text of a document, and what can be read there.
struct XMLScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var countedTo = 0
  private var lines = 1

  /// - Throws: `.damaged` unless they are UTF-8, of characters that XML has.
  init(_ bytes: [UInt8]) throws(SVGError) {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = isMarked ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.allSatisfy(\.isOfXML) else {
      throw SVGError(.damaged, "is not text in UTF-8", remedy: "save it as UTF-8, not compressed")
    }
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The line that is being read, from 1.
  var line: Int {
    mutating get {
      while countedTo < position {
        if bytes[countedTo] == UInt8(ascii: "\n") { lines += 1 }
        countedTo += 1
      }
      return lines
    }
  }

  mutating func damaged(_ problem: String) -> SVGError {
    SVGError(.damaged, line: line, problem, remedy: "save it again with the program that drew it")
  }

  func stands(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  /// Passes over a text if it stands here.
  mutating func skip(_ text: StaticString) -> Bool {
    guard stands(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  /// - Returns: Whether there was white space.
  mutating func skipSpace() -> Bool {
    let start = position
    while position < bytes.count, bytes[position].isSpace { position += 1 }
    return position > start
  }

  /// What stands before the next `<`, or the end.
  mutating func readText() -> ArraySlice<UInt8> {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { position = end }
    return bytes[position..<end]
  }

  /// What stands before a text, which is passed over too.
  mutating func read(upTo end: StaticString, of what: String) throws(SVGError) -> ArraySlice<UInt8> {
    let start = position
    while let found = bytes[position...].firstIndex(of: end.utf8Start.pointee) {
      position = found
      if skip(end) { return bytes[start..<found] }
      position += 1
    }
    position = start
    throw damaged("\(what) does not end")
  }

  mutating func readName() throws(SVGError) -> String {
    let start = position
    while position < bytes.count, bytes[position].isOfName { position += 1 }
    guard position > start, !(0x2D...0x39).contains(bytes[start]) else {
      throw damaged("has a < or an attribute without a name")
    }
    guard position - start <= 256 else { throw damaged("has a name of more than 256 characters") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// XML 1.0, section 2.2.
  var isOfXML: Bool {
    value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : value == 0x09 || value == 0x0A || value == 0x0D
  }
}

extension UInt8 {
  /// A space, tab, or end of line.
  var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  /// Letters, digits, `-._:` and all beyond ASCII.
  fileprivate var isOfName: Bool {
    switch self {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: true
    default: false
    }
  }
}
