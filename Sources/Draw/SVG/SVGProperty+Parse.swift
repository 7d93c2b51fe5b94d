extension SVGProperty {
  /// What is declared in a `style`, or between the braces of a rule, as far as it is drawn.
  static func declared(in text: some StringProtocol, line: Int) throws(SVGError) -> [SVGProperty] {
    var properties: [SVGProperty] = []
    let count = text.utf8.count { $0 == UInt8(ascii: ";") }
    guard count < SVGLimits.attributes else {
      throw SVGError(.tooLarge, line: line, "has a style of \(count) properties", remedy: "leave out what repeats")
    }
    for declaration in text.split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else {
        guard declaration.allSatisfy(\.isWhitespace) else { throw unclear(declaration, line) }
        continue
      }
      let name = declaration[..<colon].trimmed.lowercased()
      let value = declaration[declaration.index(after: colon)...].trimmed
      guard !value.contains("!") else { throw unclear(declaration, line) }
      try refuseMissing(name, value, line: line)
      // What is drawn by these where they are attributes is not drawn where they are properties.
      guard !SVGWords.attributes.contains(name) else { throw unclear(declaration, line) }
      guard SVGWords.properties.contains(name) else { continue }
      guard !"\(name):\(value)".hasAccentedMarks else { throw unclear(declaration, line) }
      properties.append(SVGProperty(name: name, value: try SVGValue(name, value, line: line).text))
    }
    return properties
  }

  /// Refuses a property that would change the look, if it were drawn.
  static func refuseMissing(_ name: String, _ value: String, line: Int) throws(SVGError) {
    guard SVGWords.missing.contains(name), value != "none", value != "auto" else { return }
    throw SVGError(
      .refused, line: line, "has \(name), which is not drawn here",
      remedy: "take it out, convert it to paths, or do the same in the recipe")
  }

  private static func unclear(_ declaration: some StringProtocol, _ line: Int) -> SVGError {
    SVGError(
      .refused, line: line, "the style \"\(declaration.trimmed.prefix(60))\" is not understood",
      remedy: "write lengths as attributes, and leave !important out")
  }
}
