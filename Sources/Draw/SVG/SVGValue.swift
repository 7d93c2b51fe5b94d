/// What a property or an attribute is set to, and which elements it refers to.
struct SVGValue {
  /// As it came, references written plainly.
  private(set) var text = ""
  private(set) var references: [String] = []

  /// - Throws: `.refused` for what leads out of the picture, or hides where it leads.
  init(_ name: String, _ raw: String, line: Int) throws(SVGError) {
    // Most of a picture is paths, which have none of what is looked for here.
    guard raw.utf8.contains(where: Self.telling.contains) else {
      text = raw
      return
    }
    var rest = raw[...]
    while let start = rest.firstRange(of: "url(") {
      text += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstIndex(of: ")") else { throw Self.unclear(name, rest, line) }
      let id = try Self.anchor(in: rest[start.upperBound..<end], of: name, line: line)
      references.append(id)
      text += "url(#\(id))"
      rest = rest[rest.index(after: end)...]
    }
    text += rest
    let isPlain = !text.contains { "\\{}<>@;\"".contains($0) } && !text.contains("/*") && !text.hasAccentedMarks
    guard isPlain, text.lowercased().ranges(of: "url(").count == references.count else {
      throw Self.unclear(name, raw[...], line)
    }
  }

  /// Bytes that numbers, names and colours do without.
  private static let telling = Set("(*\\{}<>@;\"".utf8)

  /// The id that `#id` or `'#id'` names.
  static func anchor(in target: Substring, of name: String, line: Int) throws(SVGError) -> String {
    let quotes: Set<Character> = ["'", "\""]
    let bare = target.drop { $0.isWhitespace || quotes.contains($0) }
    guard bare.hasPrefix("#") else {
      let elsewhere = bare.lowercased().hasPrefix("data:") ? "data" : "another file"
      throw SVGError(
        .refused, line: line, "\(name) refers to \(elsewhere): \"\(bare.prefix(60))\"",
        remedy: "let it refer to an element of the same file, as #name does")
    }
    let id = bare.dropFirst().prefix { !$0.isWhitespace && !quotes.contains($0) }
    guard !id.isEmpty, id.utf8.count <= 256, id.allSatisfy({ $0.isLetter || $0.isNumber || "-_.:".contains($0) }) else {
      throw unclear(name, target, line)
    }
    return String(id)
  }

  private static func unclear(_ name: String, _ text: Substring, _ line: Int) -> SVGError {
    SVGError(
      .refused, line: line, "\(name) is \"\(text.prefix(60))\", which is not understood",
      remedy: "name colours and elements plainly, as in fill=\"url(#name)\"")
  }
}
