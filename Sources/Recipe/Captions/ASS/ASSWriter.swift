/// Writes events as a script that begins with the first of them and holds nothing else; this is what libass reads.
///
/// Nothing in it depends on the rest of the file: times count from the start, and styles go by their number among those that
/// are used. So what is said again elsewhere in the file has the same script.
struct ASSWriter {
  /// What a stretch of an event's words is set in, by the bytes of all its words.
  struct Stretch: Hashable {
    var bytes: Range<Int>
    /// Its font's place in the group; nil leaves the words out.
    var font: Int?
  }

  private let script: ASSScript
  private let start: Int
  private var styles: [Int] = []
  private var lines: [String] = []

  /// - Parameter stretches: Of each event, in order.
  init(_ events: [ASSEvent], of script: ASSScript, stretches: [[Stretch]]) {
    self.script = script
    start = events.map(\.start).min() ?? 0
    for (event, stretches) in zip(events, stretches) { write(event, stretches) }
  }

  var text: String {
    let head = script.head.sorted { $0.key < $1.key }.map { "\($0): \(Self.value($1, of: $0))" }
    let styles = styles.enumerated().map { script.styles[$1].line(named: "s\($0)", font: Self.font(0)) }
    return
      (["[Script Info]", "ScriptType: v4.00+"] + head + ["[V4+ Styles]", ASSStyle.format] + styles
      + ["[Events]", "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text"] + lines)
      .joined(separator: "\n") + "\n"
  }

  private static func value(_ number: Int, of name: String) -> String {
    ["ScaledBorderAndShadow", "Kerning"].contains(name) ? number == 0 ? "no" : "yes" : "\(number)"
  }

  /// What the fonts of a script are called in it.
  static func font(_ index: Int) -> String { "f\(index)" }

  private mutating func name(of style: Int) -> String {
    let place = styles.firstIndex(of: style) ?? styles.count
    if place == styles.count { styles.append(style) }
    return "s\(place)"
  }

  private mutating func write(_ event: ASSEvent, _ stretches: [Stretch]) {
    let style = name(of: event.style)
    for case .tags(let tags) in event.pieces {
      for case .style(let index) in tags.flatMap(\.all).map(\.value) { _ = name(of: index) }
    }
    // Read by whoever plays the script, and by nobody else: libass remembers where it put these.
    let name = event.isFloating ? "floating" : ""
    let margins = event.margins.map { "\($0)" }.joined(separator: ",")
    let text = words(of: event, stretches)
    lines.append(
      "Dialogue: \(event.layer),\(Self.time(event.start - start)),\(Self.time(event.end - start)),\(style),\(name),"
        + "\(margins),\(event.effect),\(text)")
  }

  private func words(of event: ASSEvent, _ stretches: [Stretch]) -> String {
    var (text, offset, font) = ("", 0, Self.font(0))
    for piece in event.pieces {
      switch piece {
      case .path(let path): text += path.text
      case .tags(let tags):
        // Which font is on is said by stretches alone.
        let tags = tags.compactMap(\.withoutFonts)
        if tags.contains(where: { $0.all.contains { $0.name == "r" } }) { font = Self.font(0) }
        let said = tags.map { $0.text { "s\(styles.firstIndex(of: $0) ?? 0)" } }.joined()
        if !tags.isEmpty { Self.add("{\(said)}", to: &text) }
      case .words(let words, let look):
        for part in Self.parts(of: words, at: offset, stretches) {
          if let index = part.font {
            let wanted = (look.isVertical ? "@" : "") + Self.font(index)
            if wanted != font { Self.add("{\\fn\(wanted)}", to: &text) }
            font = wanted
          }
          for letter in Self.escaped(part.words) { Self.add(letter, to: &text) }
        }
        offset += words.utf8.count
      }
    }
    return text
  }

  /// Words by what they are set in; what is said of none stays as it is, and what has no font is left out.
  private static func parts(
    of words: String, at offset: Int, _ stretches: [Stretch]
  ) -> [(words: Substring.UTF8View, font: Int?)] {
    var parts: [(words: Substring.UTF8View, font: Int?)] = []
    var (done, bytes) = (0, words[...].utf8)
    func take(_ count: Int) -> Substring.UTF8View {
      defer { (bytes, done) = (bytes.dropFirst(count), done + count) }
      return bytes.prefix(count)
    }
    for stretch in stretches {
      let part = stretch.bytes.clamped(to: offset..<offset + words.utf8.count)
      guard !part.isEmpty else { continue }
      let between = take(part.lowerBound - offset - done)
      if !between.isEmpty { parts.append((between, nil)) }
      let own = take(part.count)
      if let font = stretch.font { parts.append((own, font)) }
    }
    return bytes.isEmpty ? parts : parts + [(bytes, nil)]
  }

  private static func escaped(_ words: Substring.UTF8View) -> [String] {
    Substring(words).unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\N"
      case "\u{B}": "\\n"
      case "{", "}": "\\\(scalar)"
      default: String(scalar)
      }
    }
  }

  /// Lets something follow. Where it would be escaped by a backslash of the words, a joiner that nobody sees comes between.
  private static func add(_ piece: String, to text: inout String) {
    let first = piece.unicodeScalars.first ?? " "
    if text.unicodeScalars.last == "\\", "Nnh{}\\".unicodeScalars.contains(first) { text += "\u{2060}" }
    text += piece
  }

  /// `1:02:03.45`
  private static func time(_ hundredths: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let seconds = hundredths / 100
    return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60)).\(two(hundredths % 100))"
  }
}
