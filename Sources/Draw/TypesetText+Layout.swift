import CPango

extension TypesetText {
  /// - Parameter asked: The fonts that the style and its runs ask for.
  init(_ layout: TextLayout, _ style: TextStyle, asked: [PrimaryFont], warnings: [String]) {
    let geometry = TextGeometry(layout, style)
    let (box, ink) = (geometry.box, geometry.ink)
    // Not its own width and height: an empty text's box has no area, but it has a height.
    (width, height) = (box.right, box.bottom)
    pieces = layout.pieceCounts
    overflow =
      ink.isEmpty
      ? Overflow()
      : Overflow(
        left: max(0, 0 - ink.left), top: max(0, 0 - ink.top),
        right: max(0, ink.right - box.right), bottom: max(0, ink.bottom - box.bottom))
    let uses = layout.runs.filter(\.usesFont).compactMap { run in
      run.font.flatMap(FontPattern.init(of:)).map { (run: run, font: FontUse($0)) }
    }
    fonts = (uses.map(\.font) + asked.map { FontUse($0.pattern) }).withoutRepeats
    stretches = []
    for (run, font) in uses.sorted(by: { $0.run.start < $1.run.start }) {
      let place = fonts.firstIndex(of: font) ?? 0
      stretches.append(Stretch(start: run.start, end: run.end, font: place, isColored: run.isColored))
    }
    missing = layout.missing.map(\.codePointAndItself)
    self.warnings = warnings
    guard !missing.isEmpty else { return }
    self.warnings.append("no installed font has \(missing.joined(separator: ", ")); boxes stand in for them")
  }
}

extension FontUse {
  fileprivate init(_ pattern: FontPattern) {
    self.init(
      family: pattern.strings(FC_FAMILY).first ?? "", style: pattern.strings(FC_STYLE).first ?? "",
      file: pattern.strings(FC_FILE).first ?? "",
      // The high half says which named instance of a variable font it is.
      index: (pattern.integer(FC_INDEX) ?? 0) & 0xFFFF,
      postScriptName: pattern.strings(FC_POSTSCRIPT_NAME).first ?? "")
  }
}

extension Sequence where Element: Hashable {
  var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Unicode.Scalar {
  /// `U+00E9 é`
  fileprivate var codePointAndItself: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + " \(self)"
  }
}
