/// Reads a picture's elements out of its text, and refuses what no picture from elsewhere is let do.
///
/// What comes out is all that will be drawn: librsvg gets a text that is made of it anew, and never the one that came.
struct SVGReader {
  private var reader: XMLReader
  private(set) var elements: [SVGElement] = []
  private var classes: [Set<Substring>] = []
  private var sheet = SVGStyleSheet()
  /// Indices of elements that are open.
  private var open: [Int] = []

  init(_ bytes: [UInt8]) throws(SVGError) {
    guard bytes.count <= SVGLimits.bytes else {
      throw SVGError(
        .tooLarge, "has more than \(SVGLimits.bytes >> 20) MiB", remedy: "simplify its paths, or save it as a png")
    }
    reader = try XMLReader(bytes)
    try readRoot()
    while !open.isEmpty { try readEvent() }
    guard case .end = try reader.next() else { throw SVGError(.damaged, "goes on after its end") }
    try applySheet()
  }

  private mutating func readRoot() throws(SVGError) {
    guard case .open(let tag) = try reader.next(), tag.name.local == "svg" else {
      throw SVGError(.damaged, "is XML, but no SVG", remedy: "name a picture")
    }
    guard tag.name.space == SVGWords.space else {
      throw SVGError(
        .damaged, line: tag.line, "<svg> has no xmlns=\"\(SVGWords.space)\"", remedy: "give it that attribute")
    }
    try add(tag)
  }

  private mutating func readEvent() throws(SVGError) {
    switch try reader.next() {
    case .open(let tag): try readElement(tag)
    case .close:
      if let index = open.popLast() { elements[index].end = elements.count }
    case .text, .end: break
    }
  }

  private mutating func readElement(_ tag: XMLTag) throws(SVGError) {
    try refuse(tag)
    guard tag.name.space == SVGWords.space, !SVGWords.silent.contains(tag.name.local) else { return try skip() }
    guard tag.name.local != "style" else { return try readStyle(tag) }
    guard SVGWords.elements.contains(tag.name.local) else {
      throw SVGError(
        .refused, line: tag.line, "has <\(tag.name.local)>, which is not drawn here", remedy: "convert it to paths")
    }
    try add(tag)
  }

  /// Refuses what is never drawn, wherever it stands.
  private func refuse(_ tag: XMLTag) throws(SVGError) {
    let name = tag.name.local
    if let (reason, remedy) = SVGWords.refused[name], tag.name.space == SVGWords.space || name == "script" {
      throw SVGError(.refused, line: tag.line, "has \(reason), <\(name)>", remedy: remedy)
    }
    guard tag.name.space != "http://www.w3.org/2001/XInclude" else {
      throw SVGError(.refused, line: tag.line, "includes another file, by <\(name)>", remedy: "take it out")
    }
  }

  private mutating func add(_ tag: XMLTag) throws(SVGError) {
    guard elements.count < SVGLimits.elements else {
      throw SVGError(
        .tooLarge, line: tag.line, "has more than \(SVGLimits.elements) elements", remedy: "save it as a png")
    }
    guard open.count < SVGLimits.nesting else {
      throw SVGError(
        .tooLarge, line: tag.line, "has more than \(SVGLimits.nesting) elements within one another",
        remedy: "take groups apart")
    }
    var element = SVGElement(name: tag.name.local, line: tag.line)
    for (name, value) in tag.attributes { try read(name, value, into: &element) }
    classes.append(Set((tag["class"] ?? "").split(whereSeparator: \.isWhitespace)))
    open.append(elements.count)
    elements.append(element)
  }

  private func read(_ name: XMLName, _ value: String, into element: inout SVGElement) throws(SVGError) {
    let (line, local) = (element.line, name.local)
    if local == "href", name.space.isEmpty || name.space == SVGWords.linkSpace {
      guard element["href"] == nil || name.space.isEmpty else { return }
      let id = try SVGValue.anchor(in: value[...], of: "href", line: line)
      element.attributes.removeAll { $0.name == "href" }
      return element.attributes.append(("href", "#\(id)"))
    }
    guard name.space.isEmpty else { return }
    try refuse(local, value, line: line)
    if local == "style" {
      element.style = try SVGProperty.declared(in: value.withoutComments, line: line)
    } else if local == "id" {
      element.attributes.append((local, value))
    } else if SVGWords.attributes.contains(local) || SVGWords.properties.contains(local) {
      element.attributes.append((local, try SVGValue(local, value, line: line).text))
    }
  }

  private func refuse(_ name: String, _ value: String, line: Int) throws(SVGError) {
    if name.lowercased().hasPrefix("on") {
      throw SVGError(.refused, line: line, "has a script, in \(name)", remedy: "take the attribute out")
    }
    if SVGWords.choices.contains(name) {
      throw SVGError(.refused, line: line, "shows to some viewers only, by \(name)", remedy: "take the attribute out")
    }
    try SVGProperty.refuseMissing(name, value, line: line)
  }

  /// Passes over an element and all that is in it.
  private mutating func skip() throws(SVGError) {
    var depth = 1
    while depth > 0 {
      switch try reader.next() {
      case .open(let tag):
        try refuse(tag)
        depth += 1
      case .close: depth -= 1
      case .text, .end: break
      }
    }
  }
}

// Style sheets.
extension SVGReader {
  private mutating func readStyle(_ tag: XMLTag) throws(SVGError) {
    let media = tag["media"] ?? "all"
    guard media == "all" || media == "screen" else {
      throw SVGError(.refused, line: tag.line, "has a style for \"\(media.prefix(60))\" alone", remedy: "take it out")
    }
    var text = ""
    while true {
      switch try reader.next() {
      case .text(let more): text += more
      case .close: return try sheet.add(text, line: tag.line)
      case .open, .end: throw SVGError(.damaged, line: tag.line, "<style> holds an element", remedy: "take it out")
      }
    }
  }

  /// Sheets may stand behind what they speak of, so they are applied at the end.
  private mutating func applySheet() throws(SVGError) {
    guard sheet.count * elements.count <= SVGLimits.matches else {
      throw SVGError(.tooLarge, "has too many rules of style for its elements", remedy: "write them into the elements")
    }
    sheet.settle()
    for index in elements.indices {
      let said = sheet.properties(of: elements[index], classes: classes[index]) + elements[index].style
      elements[index].style = said.lastOfEach
    }
  }
}
