/// Takes a document of XML apart, strictly: what is not well-formed is an error with its line.
///
/// What would make a document more than its own text is refused: entities that it declares, style sheets beside it. Nothing
/// here calls itself, so that no depth is too much; who asks for events bounds them.
struct XMLReader {
  /// What follows one another in a document.
  enum Event {
    case open(XMLTag)
    case text(String)
    case close
    case end
  }

  private var scanner: XMLScanner
  /// Names as they are written, and how many prefixes were bound before.
  private var open: [(name: String, bindings: Int)] = []
  private var bindings: [(prefix: String, space: String)] = [("xml", "http://www.w3.org/XML/1998/namespace")]
  private var isEmptyElement = false
  private var hasRoot = false

  init(_ bytes: [UInt8]) throws(SVGError) { scanner = try XMLScanner(bytes) }

  var line: Int { mutating get { scanner.line } }

  mutating func next() throws(SVGError) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      return close()
    }
    while !scanner.isAtEnd {
      if let event = try readEvent() { return event }
    }
    if let last = open.last { throw scanner.damaged("ends before </\(last.name)>") }
    guard hasRoot else { throw scanner.damaged("holds no element") }
    return .end
  }

  /// Nil for what says nothing.
  private mutating func readEvent() throws(SVGError) -> Event? {
    if !scanner.stands("<") { return try readText() }
    if scanner.skip("</") { return try readClosing() }
    if scanner.skip("<!--") {
      _ = try scanner.read(upTo: "-->", of: "a comment")
    } else if scanner.skip("<![CDATA[") {
      let text = try scanner.read(upTo: "]]>", of: "CDATA")
      guard !open.isEmpty else { throw scanner.damaged("has text outside of its root element") }
      return .text(String(decoding: text, as: UTF8.self))
    } else if scanner.skip("<?") {
      try readInstruction()
    } else if scanner.skip("<!") {
      try readDeclaration()
    } else if scanner.skip("<") {
      return try readOpening()
    }
    return nil
  }

  /// Nil for white space outside of the root.
  private mutating func readText() throws(SVGError) -> Event? {
    let raw = scanner.readText()
    guard open.isEmpty else { return .text(try decoded(raw)) }
    guard raw.allSatisfy(\.isSpace) else { throw scanner.damaged("has text outside of its root element") }
    return nil
  }

  private mutating func readInstruction() throws(SVGError) {
    let text = String(decoding: try scanner.read(upTo: "?>", of: "an instruction"), as: UTF8.self)
    if text.hasPrefix("xml-stylesheet") {
      throw SVGError(
        .refused, line: line, "takes its style from another file", remedy: "put the style into a <style> element")
    }
    guard text.hasPrefix("xml "), let encoding = text.firstRange(of: "encoding") else { return }
    guard text[encoding.upperBound...].lowercased().contains("utf-8") else {
      throw SVGError(.refused, line: line, "says of itself that it is not in UTF-8", remedy: "save it as UTF-8")
    }
  }

  /// A document type that only names itself says nothing that we need; one that declares something is refused.
  private mutating func readDeclaration() throws(SVGError) {
    guard scanner.skip("DOCTYPE"), !hasRoot else { throw scanner.damaged("declares something where SVG does not") }
    let line = scanner.line
    let text = try scanner.read(upTo: ">", of: "the document type")
    guard !text.contains(UInt8(ascii: "[")) else {
      throw SVGError(
        .refused, line: line, "declares entities of its own", remedy: "save it as plain SVG, without them")
    }
  }

  private mutating func readClosing() throws(SVGError) -> Event {
    let name = try scanner.readName()
    _ = scanner.skipSpace()
    guard scanner.skip(">"), open.last?.name == name else {
      throw scanner.damaged("</\(name)> closes " + (open.last.map { "<\($0.name)>" } ?? "nothing"))
    }
    return close()
  }

  private mutating func close() -> Event {
    if let last = open.popLast() { bindings.removeSubrange(last.bindings...) }
    return .close
  }
}

// Openings: the name, the attributes, and what their prefixes stand for.
extension XMLReader {
  private typealias Written = (name: String, value: String)

  private mutating func readOpening() throws(SVGError) -> Event {
    guard !hasRoot || !open.isEmpty else { throw scanner.damaged("goes on after its root element") }
    hasRoot = true
    let name = try scanner.readName()
    let line = scanner.line
    let written = try readAttributes(of: name)
    open.append((name, bindings.count))
    try bind(written)
    var attributes: [(name: XMLName, value: String)] = []
    for (name, value) in written where !Self.binds(name) {
      attributes.append((try resolved(name, isAttribute: true), value))
    }
    return .open(XMLTag(name: try resolved(name, isAttribute: false), attributes: attributes, line: line))
  }

  private mutating func readAttributes(of element: String) throws(SVGError) -> [Written] {
    var written: [Written] = []
    while true {
      let hadSpace = scanner.skipSpace()
      if scanner.skip("/>") {
        isEmptyElement = true
        return written
      }
      if scanner.skip(">") { return written }
      guard hadSpace else { throw scanner.damaged("<\(element)> is not closed") }
      let attribute = try readAttribute()
      guard !written.contains(where: { $0.name == attribute.name }) else {
        throw scanner.damaged("<\(element)> has \(attribute.name) twice")
      }
      written.append(attribute)
      guard written.count <= SVGLimits.attributes else {
        throw SVGError(.tooLarge, line: line, "<\(element)> has more than \(SVGLimits.attributes) attributes")
      }
    }
  }

  private mutating func readAttribute() throws(SVGError) -> Written {
    let name = try scanner.readName()
    _ = scanner.skipSpace()
    guard scanner.skip("=") else { throw scanner.damaged("the attribute \(name) has no value") }
    _ = scanner.skipSpace()
    let isDouble = scanner.skip("\"")
    guard isDouble || scanner.skip("'") else { throw scanner.damaged("the value of \(name) is not in quotes") }
    let raw = try scanner.read(upTo: isDouble ? "\"" : "'", of: "the value of \(name)")
    guard !raw.contains(UInt8(ascii: "<")) else { throw scanner.damaged("the value of \(name) holds a <") }
    return (name, try decoded(raw))
  }

  private static func binds(_ name: String) -> Bool { name == "xmlns" || name.hasPrefix("xmlns:") }

  private mutating func bind(_ written: [Written]) throws(SVGError) {
    for (name, value) in written where Self.binds(name) {
      // Only what has no prefix may be in no namespace: an attribute would be there twice, with a prefix and without.
      guard name == "xmlns" || !value.isEmpty else { throw scanner.damaged("\(name) stands for nothing") }
      bindings.append((String(name.dropFirst(6)), value))
    }
    guard bindings.count <= SVGLimits.attributes else {
      throw SVGError(.tooLarge, line: line, "declares more than \(SVGLimits.attributes) namespaces")
    }
  }

  /// A name without a prefix is in the namespace around it, unless it is an attribute's.
  private mutating func resolved(_ name: String, isAttribute: Bool) throws(SVGError) -> XMLName {
    guard let colon = name.firstIndex(of: ":") else {
      let space = isAttribute ? nil : bindings.last { $0.prefix.isEmpty }?.space
      return XMLName(space: space ?? "", local: name)
    }
    let prefix = name[..<colon]
    guard let space = bindings.last(where: { $0.prefix == prefix })?.space, !prefix.isEmpty else {
      throw scanner.damaged("the prefix \"\(prefix)\" stands for nothing")
    }
    return XMLName(space: space, local: String(name[name.index(after: colon)...]))
  }
}

// Characters that are written by number or name.
extension XMLReader {
  private static let named: [String: UInt8] = ["lt": 0x3C, "gt": 0x3E, "amp": 0x26, "quot": 0x22, "apos": 0x27]

  private mutating func decoded(_ raw: ArraySlice<UInt8>) throws(SVGError) -> String {
    guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = raw
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      bytes += rest[..<start]
      rest = rest[(start + 1)...]
      guard let end = rest.prefix(32).firstIndex(of: UInt8(ascii: ";")) else {
        throw scanner.damaged("has a & that stands for nothing; write &amp;")
      }
      bytes += try character(String(decoding: rest[..<end], as: UTF8.self))
      rest = rest[(end + 1)...]
    }
    return String(decoding: bytes + rest, as: UTF8.self)
  }

  private mutating func character(_ name: String) throws(SVGError) -> [UInt8] {
    if let byte = Self.named[name] { return [byte] }
    let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    guard name.hasPrefix("#"), let scalar = number.flatMap(Unicode.Scalar.init), scalar.isOfXML else {
      throw SVGError(.refused, line: line, "has an entity \"&\(name);\"", remedy: "write the character itself")
    }
    return Array(String(Character(scalar)).utf8)
  }
}
