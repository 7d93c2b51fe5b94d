/// The rules of a picture's `<style>` elements: plain selectors, as drawing programs write them.
///
/// They are applied here, so that what is checked is what is drawn, and no reader of CSS but this one sees them.
struct SVGStyleSheet {
  /// `path`, `.name`, `#name`, or some of these at once, as in `path.name`.
  private struct Selector {
    var element: Substring?
    var classes: [Substring] = []
    var ids: [Substring] = []

    /// CSS counts ids before classes before elements.
    var weight: [Int] { [ids.count, classes.count, element == nil ? 0 : 1] }
  }

  private struct Rule {
    var selector: Selector
    var properties: [SVGProperty]
  }

  private var rules: [Rule] = []

  var count: Int { rules.count }

  /// Adds the rules of one `<style>`.
  ///
  /// - Parameter line: Where it ends.
  mutating func add(_ text: String, line: Int) throws(SVGError) {
    let bare = text.withoutComments.replacing("<!--", with: "").replacing("-->", with: "")
    var rest = bare[...]
    while let open = rest.firstIndex(of: "{") {
      let selectors = rest[..<open]
      guard !selectors.contains("@"), let close = rest[open...].firstIndex(of: "}") else {
        throw unclear(selectors, line)
      }
      let properties = try SVGProperty.declared(in: rest[rest.index(after: open)..<close], line: line)
      for text in selectors.split(separator: ",", omittingEmptySubsequences: false) {
        rules.append(Rule(selector: try selector(text.trimmed, line), properties: properties))
      }
      rest = rest[rest.index(after: close)...]
      guard rules.count <= SVGLimits.rules else {
        throw SVGError(.tooLarge, line: line, "has more than \(SVGLimits.rules) rules of style")
      }
    }
    guard rest.allSatisfy(\.isWhitespace) else { throw unclear(rest, line) }
  }

  /// Puts the rules into the order in which they count. To be called once, after the last was added.
  mutating func settle() {
    // Sorting keeps the order of equals.
    rules.sort { $0.selector.weight.lexicographicallyPrecedes($1.selector.weight) }
  }

  /// What the rules say of an element, the last word last.
  func properties(of element: SVGElement, classes: Set<Substring>) -> [SVGProperty] {
    let id = element["id"] ?? ""
    return rules.filter { rule in
      let selector = rule.selector
      return selector.element.map { $0 == element.name } != false && selector.ids.allSatisfy { $0 == id }
        && selector.classes.allSatisfy(classes.contains)
    }.flatMap(\.properties)
  }

  private func selector(_ text: String, _ line: Int) throws(SVGError) -> Selector {
    var selector = Selector()
    var rest = text[...]
    while let first = rest.first {
      let isMarked = first == "." || first == "#"
      let name = rest.dropFirst(isMarked ? 1 : 0).prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      switch first {
      case "*" where rest.startIndex == text.startIndex: rest = rest.dropFirst()
      case _ where name.isEmpty: throw unclear(text[...], line)
      case ".": selector.classes.append(name)
      case "#": selector.ids.append(name)
      case _ where rest.startIndex == text.startIndex: selector.element = name
      default: throw unclear(text[...], line)
      }
      if first != "*" { rest = rest[name.endIndex...] }
    }
    let parts = selector.classes.count + selector.ids.count
    guard !text.isEmpty, parts <= SVGLimits.selectorParts else { throw unclear(text[...], line) }
    return selector
  }

  private func unclear(_ text: Substring, _ line: Int) -> SVGError {
    SVGError(
      .refused, line: line, "the style \"\(text.trimmed.prefix(60))\" is not understood",
      remedy: "use plain rules, such as .name { fill: red }, without @import, @media and @font-face")
  }
}
