import Graph

/// Takes an ASS file apart: its head, its styles and its events, each by the line that says which field is which.
struct ASSReader {
  typealias Mistake = CaptionFile.Mistake
  typealias Line = (number: Int, text: Substring)

  private var section = ""
  private var found = ASSScript()
  private var formats: [String: [String]] = [:]
  /// Of events, read once all styles are known.
  private var dialogues: [Line] = []
  private var coordinates = 0

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
          line.number, "the file's own \(section.dropFirst().dropLast()) are left out; put fonts into a folder of fonts"
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

  private mutating func warn(_ line: Int, _ text: String) {
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
    let number = word == "yes" ? 1 : word == "no" ? 0 : ASSNumber.first(in: word[...].unicodeScalars)
    guard let number, range.contains(Int(number.rounded(.towardZero).magnitude < 1e9 ? number : -1)) else {
      return warn(line, "\(name) is \"\(word.prefix(40))\", which is passed over")
    }
    found.head[name] = Int(number)
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

  // MARK: Events

  mutating func script() throws(Mistake) -> ASSScript {
    if found.styles.isEmpty { found.styles = [ASSStyle.preset] }
    // Of two styles with one name the later counts.
    let names = Dictionary(found.styles.enumerated().map { ($1.name, $0) }) { $1 }
    for dialogue in dialogues {
      let event = try event(dialogue, names)
      if event.isVisible { found.events.append(event) }
    }
    guard !found.events.isEmpty else { throw Mistake(line: 1, problem: "there are no captions in it") }
    return found
  }

  private mutating func event(_ line: Line, _ names: [String: Int]) throws(Mistake) -> ASSEvent {
    let fields = try fields(of: line)
    let style = style(fields["style"]?.trimmingBlanks ?? "", names, line.number)
    let text = fields["text"] ?? ""
    guard text.utf8.count <= ASSLimits.text else {
      throw Mistake(line: line.number, problem: "the caption has more than \(ASSLimits.text) bytes", remedy: "split it")
    }
    let reader = ASSTextReader(text.unicodeScalars, found.styles, names, own: style)
    try check(reader, line.number)
    return ASSEvent(
      start: try time(fields["start"], line.number), end: try time(fields["end"], line.number),
      layer: whole(fields["layer"]), style: style,
      margins: ["marginl", "marginr", "marginv"].map { min(max(whole(fields[$0]), 0), ASSLimits.side.upperBound) },
      effect: Self.effect(fields["effect"] ?? ""), pieces: reader.pieces, area: reader.area, line: line.number)
  }

  private func fields(of line: Line) throws(Mistake) -> [String: Substring] {
    guard let format = formats["[events]"], format.last == "text" else {
      throw Mistake(
        line: line.number, problem: "there is no line of formats that ends in Text above the events",
        remedy: "save the file again as ASS")
    }
    guard found.events.count < ASSLimits.events else {
      throw Mistake(
        line: line.number, problem: "there are more than \(ASSLimits.events) captions", remedy: "split the file")
    }
    let values = line.text.parts(format.count)
    guard values.count == format.count else {
      throw Mistake(
        line: line.number, problem: "the caption has \(values.count) fields, and the format \(format.count)",
        remedy: "write \(format.joined(separator: ", "))")
    }
    return Dictionary(zip(format, values)) { first, _ in first }
  }

  private mutating func style(_ name: some StringProtocol, _ names: [String: Int], _ line: Int) -> Int {
    let name = String(name.drop { $0 == "*" })
    if let known = names[name] { return known }
    let other = names["Default"] ?? 0
    if !name.isEmpty, name.lowercased() != "default" {
      warn(line, "there is no style \"\(name.prefix(60))\"; \"\(found.styles[other].name.prefix(60))\" is used instead")
    }
    return other
  }

  private mutating func check(_ text: ASSTextReader, _ line: Int) throws(Mistake) {
    guard text.tagCount <= ASSLimits.tags else {
      throw Mistake(line: line, problem: "the caption has more than \(ASSLimits.tags) tags", remedy: "split it")
    }
    coordinates += text.coordinates
    guard text.coordinates <= ASSLimits.coordinates, coordinates <= ASSLimits.allCoordinates else {
      throw Mistake(
        line: line,
        problem: "drawings have more than \(ASSLimits.coordinates) numbers, or \(ASSLimits.allCoordinates) in all",
        remedy: "simplify them, or show an SVG picture")
    }
  }

  private func whole(_ field: Substring?) -> Int {
    let number = field.flatMap { ASSNumber.first(in: $0.unicodeScalars) } ?? 0
    return Int(min(max(number, -1e9), 1e9))
  }

  /// `1:02:03.45`, in hundredths of a second.
  private func time(_ field: Substring?, _ line: Int) throws(Mistake) -> Int {
    let text = (field ?? "").trimmingBlanks
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.map { $0.utf8.count <= 9 && $0.first?.isNumber == true ? Double($0) : nil }
    guard parts.count == 3, let hours = numbers[0], let minutes = numbers[1], let seconds = numbers[2], hours < 10_000,
      minutes < 60, seconds < 60
    else {
      throw Mistake(line: line, problem: "\"\(text.prefix(40))\" is no time", remedy: "write one such as 0:00:01.50")
    }
    return Int(((hours * 60 + minutes) * 60 + seconds) * 100 + 1e-6)
  }

  /// The moving effects of old, with as many numbers as they take.
  private static func effect(_ field: Substring) -> String {
    let parts = field.trimmingBlanks.split(separator: ";", omittingEmptySubsequences: false)
    guard let name = parts.first, ["Banner", "Scroll up", "Scroll down"].contains(name), parts.count > 1 else {
      return ""
    }
    let numbers = parts.dropFirst().prefix(4).map { part in
      ASSTag.form(of: min(max(ASSNumber.first(in: part.unicodeScalars) ?? 0, -100_000), 100_000).rounded(.towardZero))
    }
    return ([String(name)] + numbers).joined(separator: ";")
  }
}

extension Substring {
  /// What stands between commas, by scalars: a comma may carry an accent.
  fileprivate func parts(_ most: Int = .max) -> [Substring] {
    unicodeScalars.split(separator: ",", maxSplits: most - 1, omittingEmptySubsequences: false).map { Substring($0) }
  }
}
