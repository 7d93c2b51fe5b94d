import Graph
import Media
import Worker

/// Captions become texts like any other, one for each: so a caption that changes is drawn anew, and the rest is not.
extension Session {
  func captions(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let name = arguments.text("file") ?? ""
    let bytes = try bytes(of: name, atMost: ASSLimits.bytes)
    if ASSScript.isOne(bytes) { return try subtitles(bytes, arguments, at: place) }
    let file = try readCaptions(name) { () throws(CaptionFile.Mistake) in try CaptionFile(bytes) }
    var lanes = CaptionLanes(bottom: arguments.number("y") ?? 0.92, canvas: fixedCanvas().size)
    var clips: [Int] = []
    for cue in file.cues where cue.runs.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) {
      let text = try text(Arguments(values: style(of: cue, arguments)), at: place)
      let y = lanes.place(cue, height: size(of: text)?.height ?? 0)
      let put = wrap(
        .at, text, ["x": .number(0.5), "y": .number(y), "anchor": .text("bottom")], duration: nil, at: place)
      let shown = try cut(try add(put), from: .zero, to: cue.end - cue.start, at: place)
      clips.append(try delayed(shown, by: cue.start, at: place))
    }
    guard !clips.isEmpty else { throw RecipeError(.asset, "\"\(name)\" has no words in it") }
    return try stack(clips, at: place)
  }

  /// What is read of a file, or the recipe's mistake.
  func readCaptions<R>(_ name: String, _ read: () throws(CaptionFile.Mistake) -> R) throws(RecipeError) -> R {
    do {
      return try read()
    } catch {
      throw RecipeError(.asset, "line \(error.line) of \"\(name)\": \(error.problem)", remedy: error.remedy)
    }
  }

  /// The style of captions: without a size it goes by the canvas, and without anything that sets it off from the picture it
  /// has an outline.
  func captionStyle(_ said: [String: Setting]) -> [String: Setting] {
    let canvas = fixedCanvas().size
    var values = said
    let size = said["size"]?.number ?? Double(max(8, min(canvas.width, canvas.height) / 19))
    values["size"] = .number(size)
    values["width"] = values["width"] ?? .number(Double(max(1, canvas.width * 9 / 10)))
    if ["outline", "shadow", "background"].allSatisfy({ values[$0] == nil }) {
      values["outline"] = .record(["width": .number(max(1, (size / 16).rounded())), "color": .color(.black)])
    }
    return values
  }

  /// The style of all captions, and what this one says in it.
  private func style(of cue: Cue, _ arguments: Arguments) -> [String: Setting] {
    var values = captionStyle(arguments.values.filter { !["file", "y"].contains($0.key) })
    let isPlain = cue.runs.allSatisfy { Cue.Run($0.text) == $0 }
    values["text"] = isPlain ? .text(cue.runs.map(\.text).joined()) : .list(cue.runs.map(\.setting))
    return values
  }
}

extension Cue.Run {
  fileprivate var setting: Setting {
    guard Cue.Run(text) != self else { return .text(text) }
    var members: [String: Setting] = ["text": .text(text)]
    if isBold { members["weight"] = .number(800) }
    if isItalic { members["italic"] = .flag(true) }
    if let color { members["color"] = .color(color) }
    return .record(members)
  }
}

/// Keeps captions that show together off one another: each goes above those that are there when it begins.
private struct CaptionLanes {
  let bottom: Double
  let canvas: Size
  private var shown: [(end: Time, bottom: Double, top: Double)] = []

  init(bottom: Double, canvas: Size) { (self.bottom, self.canvas) = (bottom, canvas) }

  /// Where the caption's lower edge goes.
  mutating func place(_ cue: Cue, height: Int) -> Double {
    shown.removeAll { $0.end <= cue.start }
    let extent = Double(height) / Double(canvas.height)
    var y = bottom
    for other in shown.sorted(by: { $0.bottom > $1.bottom }) where other.top < y && other.bottom > y - extent {
      y = other.top
    }
    // To nine decimals: the stated precision of values in a graph.
    y = (y * 1e9).rounded() / 1e9
    shown.append((cue.end, y, y - extent))
    return y
  }
}
