extension TextStyle {
  /// What numbers may be: wide enough for any design.
  package enum Limits {
    package static let characters = 16_384
    package static let runs = 2000
    package static let pieces = 2000
    package static let size = 1.0...2048.0
    package static let weight = 100.0...1000.0
    package static let lineSpacing = 0.1...10.0
    /// Multiples of the size.
    package static let letterSpacing = -1.0...10.0
    package static let wrapWidth = 1.0...100_000.0
    package static let outline = 0.0...256.0
    package static let shadowOffset = -4096.0...4096.0
    package static let blur = 0.0...512.0
    package static let padding = 0.0...4096.0
    package static let radius = 0.0...100_000.0
    package static let scale = (1.0 / 64)...64.0
    /// Multiples of the size; a quarter of what Pango can count, for glyphs that are several em wide.
    package static let paragraphWidth = 16_384.0
    package static let pictureSide = 16_384
    package static let pictureArea = 1 << 26
  }

  /// Throws `.outOfRange` for the first number that is not what it may be.
  func check() throws(DrawError) {
    try Self.require("size", size, Limits.size)
    try Self.require("weight", Double(weight), Limits.weight)
    try Self.require("lineSpacing", lineSpacing, Limits.lineSpacing)
    let spacing = Limits.letterSpacing
    try Self.require("letterSpacing", letterSpacing, (spacing.lowerBound * size)...(spacing.upperBound * size))
    if let wrapWidth { try Self.require("wrapWidth", wrapWidth, Limits.wrapWidth) }
    if let outline { try Self.require("outline.width", outline.width, Limits.outline) }
    if let background {
      try Self.require("background.padding", background.padding, Limits.padding)
      try Self.require("background.radius", background.radius, Limits.radius)
    }
    guard let shadow else { return }
    try Self.require("shadow.dx", shadow.dx, Limits.shadowOffset)
    try Self.require("shadow.dy", shadow.dy, Limits.shadowOffset)
    try Self.require("shadow.blur", shadow.blur, Limits.blur)
  }

  /// Throws if a text is more than layout in this style can hold.
  func check(_ text: String) throws(DrawError) {
    let count = text.unicodeScalars.count
    guard count <= Limits.characters else { throw .tooLong(characters: count, limit: Limits.characters) }
    try checkRuns(of: text)
    let longest = text.unicodeScalars.split(separator: "\n").lazy.map(\.count).max() ?? 0
    let widest = ([self] + runs.map(looking)).map { $0.size + max(0, $0.letterSpacing) }.max() ?? size
    let pixels = Double(longest) * widest
    let limit = Limits.paragraphWidth * size
    guard pixels <= limit else { throw .paragraphTooWide(pixels: pixels, limit: limit) }
  }

  static func require(_ name: String, _ value: Double, _ allowed: ClosedRange<Double>) throws(DrawError) {
    guard allowed.contains(value) else { throw .outOfRange(name: name, value: value, allowed: allowed) }
  }
}
