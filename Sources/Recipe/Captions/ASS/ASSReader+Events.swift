import Graph

/// Events, once all styles are known.
extension ASSReader {
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
    tags += text.tagCount
    guard text.tagCount <= ASSLimits.tags, tags <= ASSLimits.allTags else {
      throw Mistake(
        line: line, problem: "captions have more than \(ASSLimits.tags) tags, or \(ASSLimits.allTags) in all",
        remedy: "split the file")
    }
    coordinates += text.coordinates
    guard text.coordinates <= ASSLimits.coordinates, coordinates <= ASSLimits.allCoordinates else {
      throw Mistake(
        line: line,
        problem: "drawings have more than \(ASSLimits.coordinates) numbers, or \(ASSLimits.allCoordinates) in all",
        remedy: "simplify them, or show an SVG picture")
    }
  }

  private func whole(_ field: Substring?) -> Int { field.flatMap { ASSNumber.whole(in: $0.unicodeScalars) } ?? 0 }

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
    let numbers = parts.dropFirst().prefix(4).map {
      min(max(ASSNumber.whole(in: $0.unicodeScalars) ?? 0, -100_000), 100_000)
    }
    return ([String(name)] + numbers.map { "\($0)" }).joined(separator: ";")
  }
}
