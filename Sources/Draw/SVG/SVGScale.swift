/// Weighs elements, which may refer to one another, before anything is drawn: a picture of few lines may ask for more than
/// there is time or memory for.
struct SVGScale {
  private let elements: [SVGElement]
  /// By the bytes of ids: to Swift letters are equal that look the same, and to librsvg they are not.
  private let places: [[UInt8]: Int]
  private var known: [Int: SVGWeight] = [:]
  private var isOpen: Set<Int> = []

  init(_ elements: [SVGElement]) {
    self.elements = elements
    places = Dictionary(
      elements.indices.compactMap { index in elements[index]["id"].map { (Array($0.utf8), index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// - Throws: `.tooLarge` for more than a picture may take; `.refused` for what refers to itself.
  mutating func weigh() throws(SVGError) { _ = try weight(of: 0, depth: 0) }

  private mutating func weight(of index: Int, depth: Int) throws(SVGError) -> SVGWeight {
    if let known = known[index] { return known }
    let element = elements[index]
    guard isOpen.insert(index).inserted else {
      throw SVGError(.refused, line: element.line, "<\(element.name)> refers to itself", remedy: "take the circle out")
    }
    defer { isOpen.remove(index) }
    guard depth < SVGLimits.nesting else { throw tooLarge(element, "\(SVGLimits.nesting) elements within one another") }
    var weight = SVGWeight(layers: 0)
    for part in try parts(of: index) {
      let more = try self.weight(of: part, depth: depth + 1)
      weight.drawn += more.drawn
      weight.nesting = max(weight.nesting, more.nesting + 1)
      weight.layers = max(weight.layers, more.layers)
    }
    weight.layers += element.layers
    guard weight.drawn <= SVGLimits.drawn else { throw tooLarge(element, "\(SVGLimits.drawn) elements in all") }
    guard weight.nesting <= SVGLimits.nesting else {
      throw tooLarge(element, "\(SVGLimits.nesting) elements within one another")
    }
    guard weight.layers <= SVGLimits.layers else {
      throw tooLarge(element, "\(SVGLimits.layers) groups with an opacity, a mask or a blend mode within one another")
    }
    known[index] = weight
    return weight
  }

  private func tooLarge(_ element: SVGElement, _ what: String) -> SVGError {
    SVGError(
      .tooLarge, line: element.line, "<\(element.name)> is more than \(what), with what it refers to",
      remedy: "simplify it, or save it as a png")
  }

  /// Its children, and what it refers to.
  private func parts(of index: Int) throws(SVGError) -> [Int] {
    var parts: [Int] = []
    var child = index + 1
    while child < elements[index].end {
      parts.append(child)
      child = elements[child].end
    }
    for reference in try elements[index].references() {
      if let place = places[Array(reference.utf8)] { parts.append(place) }
    }
    return parts
  }
}

extension SVGElement {
  /// The ids of all that it refers to.
  fileprivate func references() throws(SVGError) -> [String] {
    var ids = self["href"].map { [String($0.dropFirst())] } ?? []
    for name in ["fill", "stroke", "clip-path", "mask"] {
      guard let value = property(name) else { continue }
      ids += try SVGValue(name, value, line: line).references
    }
    return ids
  }

  /// Pictures of its own that are in memory while it is drawn.
  fileprivate var layers: Int {
    func says(_ name: String, otherThan preset: [String]) -> Bool {
      property(name).map { !preset.contains($0) } == true
    }
    let isGrouped =
      says("opacity", otherThan: ["1", "1.0", "100%"]) || says("mix-blend-mode", otherThan: ["normal"])
      || says("isolation", otherThan: ["auto"])
    return (isGrouped || says("mask", otherThan: ["none"]) ? 1 : 0) + (says("mask", otherThan: ["none"]) ? 2 : 0)
  }
}
