/// How large a picture is of itself, in pixels of which 96 are an inch.
struct SVGBox: Hashable {
  var width: Double
  var height: Double
}

extension SVGBox {
  /// As its width and height say; as its viewBox says, where they do not.
  init(_ root: SVGElement) throws(SVGError) {
    let shape = try root["viewBox"].map { value throws(SVGError) in try Self.shape(value, line: root.line) }
    let (width, height) = (try Self.length("width", root), try Self.length("height", root))
    switch (width, height, shape) {
    case (let width?, let height?, _): self.init(width: width, height: height)
    case (let width?, nil, let shape?): self.init(width: width, height: width * shape.height / shape.width)
    case (nil, let height?, let shape?): self.init(width: height * shape.width / shape.height, height: height)
    case (nil, nil, let shape?): self = shape
    default:
      throw SVGError(
        .damaged, line: root.line, "<svg> does not say how large it is",
        remedy: "give it a viewBox, or a width and a height in pixels")
    }
    let sides = 1e-3...SVGLimits.side
    guard sides.contains(self.width), sides.contains(self.height) else {
      throw SVGError(
        .tooLarge, line: root.line, "is \(self.width)x\(self.height) px large",
        remedy: "use at most \(Int(SVGLimits.side)) px a side; it is drawn sharp at any scale")
    }
  }

  private static func shape(_ value: String, line: Int) throws(SVGError) -> SVGBox {
    let numbers = value.split { $0.isWhitespace || $0 == "," }.map { Double($0) ?? .nan }
    guard numbers.count == 4, numbers.allSatisfy(\.isFinite), numbers[2] > 0, numbers[3] > 0 else {
      throw SVGError(
        .damaged, line: line, "viewBox is \"\(value.prefix(60))\"",
        remedy: "write left, top, width and height, as in viewBox=\"0 0 100 50\"")
    }
    return SVGBox(width: numbers[2], height: numbers[3])
  }

  /// Pixels in each unit.
  private static let units: [String: Double] = [
    "": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4,
  ]

  /// Nil for what depends on where it is shown.
  private static func length(_ name: String, _ root: SVGElement) throws(SVGError) -> Double? {
    guard let value = root[name]?.trimmed, value != "auto", !value.hasSuffix("%") else { return nil }
    let unit = String(value.reversed().prefix { $0.isLetter }.reversed())
    guard let number = Double(value.dropLast(unit.count)), let factor = units[unit], number > 0, number.isFinite else {
      throw SVGError(
        .damaged, line: root.line, "\(name) is \"\(value.prefix(60))\"",
        remedy: "write a number of px, pt, pc, in, cm or mm")
    }
    return number * factor
  }
}
