/// Writes the elements that were read as a text that holds nothing else.
struct SVGWriter {
  private let elements: [SVGElement]
  private(set) var text = ""

  /// - Parameter box: The size that the root gets, whatever it said itself.
  init(_ elements: [SVGElement], _ box: SVGBox) throws(SVGError) {
    self.elements = elements
    var open: [Int] = []
    for (index, element) in elements.enumerated() {
      close(&open, before: index)
      text += "<\(element.name)"
      if index == 0 { text += " xmlns=\"\(SVGWords.space)\" width=\"\(box.width)\" height=\"\(box.height)\"" }
      write(element, isRoot: index == 0)
      text += element.end == index + 1 ? "/>" : ">"
      if element.end > index + 1 { open.append(index) }
      guard text.utf8.count <= SVGLimits.written else {
        throw SVGError(
          .tooLarge, line: element.line, "has more than \(SVGLimits.written >> 20) MiB once its style is written out",
          remedy: "save it as a png")
      }
    }
    close(&open, before: elements.count)
  }

  private mutating func close(_ open: inout [Int], before index: Int) {
    while let last = open.last, elements[last].end <= index {
      text += "</\(elements[last].name)>"
      open.removeLast()
    }
  }

  private mutating func write(_ element: SVGElement, isRoot: Bool) {
    let own: Set<String> = isRoot ? ["width", "height", "x", "y"] : []
    for (name, value) in element.attributes where !own.contains(name) { write(name, value) }
    guard !element.style.isEmpty else { return }
    write("style", element.style.map { "\($0.name):\($0.value)" }.joined(separator: ";"))
  }

  private mutating func write(_ name: String, _ value: String) {
    text += " \(name)=\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "&": text += "&amp;"
      case "\"": text += "&quot;"
      case "\n", "\r", "\t": text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
