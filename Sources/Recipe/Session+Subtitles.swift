import Graph
import Media
import Worker

/// Captions of an ASS file become pictures that libass draws, one clip for those that show together: so a caption that
/// changes is drawn anew, and the rest is not.
extension Session {
  func subtitles(_ bytes: [UInt8], _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    try refuseStyle(arguments)
    let name = arguments.text("file") ?? ""
    let script = try readCaptions(name) { () throws(CaptionFile.Mistake) in
      let script = try ASSScript(bytes)
      try script.checkArea()
      return script
    }
    for warning in script.warnings { warn("line \(warning.line) of \"\(name)\": \(warning.text)", at: place) }
    var clips: [Int] = []
    for events in ASSGrouping(script.events).groups {
      let clip = try subtitles(events, of: script, at: place)
      clips.append(try delayed(clip, by: .hundredths(events.map(\.start).min() ?? 0), at: place))
    }
    return try stack(clips, at: place)
  }

  private func refuseStyle(_ arguments: Arguments) throws(RecipeError) {
    let given = arguments.values.keys.filter { $0 != "file" && !arguments.presets.contains($0) }.sorted()
    guard let first = given.first else { return }
    throw RecipeError(
      .wrongType, "\(first) is said of an ASS file, whose styles are its own",
      remedy: "leave out \(given.joined(separator: ", ")), and change the file")
  }

  private func subtitles(_ events: [ASSEvent], of script: ASSScript, at place: Place) throws(RecipeError) -> Int {
    var cast = FontCast()
    var stretches: [[ASSWriter.Stretch]] = []
    for event in events {
      let measure = try setting(event.spoken(script)).measure
      for warning in measure.warnings { warn("captions: \(warning)", at: place) }
      if measure.stretches.contains(where: \.isColored) {
        warn("captions: an ASS file's emoji are left out", at: place)
      }
      stretches.append(cast.stretches(of: measure))
    }
    var parameters: [String: Setting] = [
      "script": .text(ASSWriter(events, of: script, stretches: stretches).text),
      "fonts": .list(cast.faces.map { .digest($0.font) }), "faces": .list(cast.faces.map { .number(Double($0.face)) }),
    ]
    let (start, end) = (events.map(\.start).min() ?? 0, events.map(\.end).max() ?? 0)
    if !events.contains(where: \.isMoving) {
      let changes = Set(events.flatMap { [$0.start, $0.end] }).subtracting([start, end]).sorted()
      parameters["changes"] = .list(changes.map { .time(.hundredths($0 - start)) })
    }
    return try add(
      Draft(
        kind: .subtitles, parameters: parameters, duration: try bounded(.hundredths(end - start)), picture: .canvas,
        hasSound: false, place: place))
  }
}

/// The fonts that a group of captions is set in, each once.
private struct FontCast {
  struct Face: Hashable {
    var font: Digest
    var face: Int
  }

  private(set) var faces: [Face] = []

  /// What the words of a caption are set in, by the group's fonts.
  mutating func stretches(of measure: TextMeasure) -> [ASSWriter.Stretch] {
    var found: [ASSWriter.Stretch] = []
    for stretch in measure.stretches where measure.fonts.indices.contains(stretch.font) {
      let face = Face(font: measure.fonts[stretch.font], face: stretch.face)
      found.append(ASSWriter.Stretch(bytes: stretch.bytes, font: stretch.isColored ? nil : place(of: face)))
    }
    return found
  }

  private mutating func place(of face: Face) -> Int {
    if let known = faces.firstIndex(of: face) { return known }
    faces.append(face)
    return faces.count - 1
  }
}

extension ASSEvent {
  /// What it says, as a text of runs in the fonts that it asks for. One that says nothing needs a font all the same.
  fileprivate func spoken(_ script: ASSScript) -> TextParameters {
    var runs: [TextParameters] = []
    for case .words(let words, let look) in pieces { runs.append(look.run(words.replacing("\u{B}", with: " "))) }
    let first = runs.first ?? ASSLook(script.styles[style]).run("x")
    let text = runs.isEmpty ? [first] : runs
    return first.merging(["text": .list(text.map(Setting.record))]) { $1 }
  }
}

extension ASSLook {
  fileprivate func run(_ words: String) -> TextParameters {
    ["text": .text(words), "font": .text(family), "weight": .number(Double(weight)), "italic": .flag(isItalic)]
  }
}

extension Time {
  fileprivate static func hundredths(_ count: Int) -> Time { Time(flicks: Time.flicksPerSecond / 100 * Int64(count)) }
}
