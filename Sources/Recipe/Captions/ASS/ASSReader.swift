import Graph

/// Takes an ASS file apart: its head, its styles and its events, each by the line that says which field is which.
struct ASSReader {
  typealias Mistake = CaptionFile.Mistake
  typealias Line = (number: Int, text: Substring)

  private var section = ""
  var found = ASSScript()
  var formats: [String: [String]] = [:]
  /// Of events, read once all styles are known.
  var dialogues: [Line] = []
  /// Of all captions.
  var coordinates = 0
  var tags = 0

  init(_ bytes: [UInt8]) throws(Mistake) {
    guard bytes.count <= ASSLimits.bytes else {
      throw Mistake(line: 1, problem: "it has more than \(ASSLimits.bytes >> 20) MiB", remedy: "split it")
    }
    let text = try CaptionFile.text(of: bytes)
    for (index, line) in text.utf8.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A }).enumerated()
    {
      let line = Substring(line).drop { $0 == "\u{FEFF}" }
      try read((index + 1, line.last == "\r" ? line.dropLast() : line))
    }
  }

  private mutating func read(_ line: Line) throws(Mistake) {
    let text = line.text.trimmingBlanks
    if text.first == "[" {
      section = text.lowercased()
      if section == "[fonts]" || section == "[graphics]" {
        warn(
          line.number,
          "the file's own \(section.dropFirst().dropLast()) are left out; put fonts beside the recipe, and name their files in styles"
        )
      }
      return
    }
    guard let colon = text.firstIndex(of: ":"), text.first != ";" else { return }
    let (key, value) = (text[..<colon].trimmingBlanks.lowercased(), text[colon...].dropFirst())
    switch section {
    case "[script info]": readHead(key, value, line.number)
    case "[v4 styles]", "[v4+ styles]": try readStyle(key, value, line.number)
    case "[events]":
      // Blanks at the end of a text are part of it.
      if key == "format" { setFormat(value) }
      if key == "dialogue" { dialogues.append((line.number, line.text.drop { $0 != ":" }.dropFirst())) }
    default: break
    }
  }

  mutating func warn(_ line: Int, _ text: String) {
    if found.warnings.count < ASSLimits.warnings { found.warnings.append((line, text)) }
  }

  // MARK: Head and styles

  /// Numbers of the head that libass goes by.
  private static let numbers: [String: (name: String, range: ClosedRange<Int>)] = [
    "playresx": ("PlayResX", ASSLimits.side), "playresy": ("PlayResY", ASSLimits.side),
    "layoutresx": ("LayoutResX", ASSLimits.side), "layoutresy": ("LayoutResY", ASSLimits.side),
    "wrapstyle": ("WrapStyle", 0...3), "scaledborderandshadow": ("ScaledBorderAndShadow", 0...1),
    "kerning": ("Kerning", 0...1),
  ]

  private mutating func readHead(_ key: String, _ value: Substring, _ line: Int) {
    guard let (name, range) = Self.numbers[key] else { return }
    let word = value.trimmingBlanks.lowercased()
    let number = word == "yes" ? 1 : word == "no" ? 0 : ASSNumber.whole(in: word[...].unicodeScalars)
    guard let number, range.contains(number) else {
      return warn(line, "\(name) is \"\(word.prefix(40))\", which is passed over")
    }
    found.head[name] = number
  }

  private mutating func setFormat(_ value: Substring) {
    formats[section] = value.parts().map { $0.trimmingBlanks.lowercased() }
  }

  private mutating func readStyle(_ key: String, _ value: Substring, _ line: Int) throws(Mistake) {
    guard key != "format" else { return setFormat(value) }
    guard key == "style" else { return }
    guard let format = formats[section] else {
      throw Mistake(
        line: line, problem: "there is no line of formats above the style", remedy: "save the file again as ASS")
    }
    guard found.styles.count < ASSLimits.styles else {
      throw Mistake(
        line: line, problem: "there are more than \(ASSLimits.styles) styles",
        remedy: "take out those that nothing uses")
    }
    let values = value.parts().map { $0.trimmingBlanks }
    found.styles.append(
      ASSStyle(Dictionary(zip(format, values)) { first, _ in first }, isOld: section == "[v4 styles]"))
  }
}

extension Substring {
  /// What stands between commas, by scalars: a comma may carry an accent.
  func parts(_ most: Int = .max) -> [Substring] {
    unicodeScalars.split(separator: ",", maxSplits: most - 1, omittingEmptySubsequences: false).map { Substring($0) }
  }
}
