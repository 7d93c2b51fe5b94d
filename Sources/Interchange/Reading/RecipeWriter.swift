import Graph
import Media

/// Writes a cut as a recipe that a person can go on with: a name for each track, a line for each clip.
package struct RecipeWriter {
  package private(set) var warnings: [CutWarning] = []
  private let canvas: Canvas
  private let files: FilePlace
  private var lines: [String] = []
  private var names = 0
  private var needsGap = false

  /// More clips in one call, or more words in one chain, than Lua's compiler takes.
  private static let longestList = 50
  /// Local names, of which Lua knows 200 in a function.
  private static let mostNames = 150
  /// Bytes that a recipe may have.
  private static let longest = 128 << 10

  private init(_ canvas: Canvas, _ files: FilePlace) {
    (self.canvas, self.files) = (canvas, files)
  }

  /// - Parameters:
  ///   - origin: What the cut was read from, as its first line says it.
  ///   - files: What a recipe calls its files.
  package static func recipe(
    for cut: Cut, from origin: String, files: FilePlace
  ) throws(CutError) -> (text: String, warnings: [CutWarning]) {
    var writer = RecipeWriter(cut.canvas, files)
    let result = try writer.stack(cut.tracks, isOutermost: true, at: "tracks")
    writer.lines += ["", "return \(result)", ""]
    let text = (writer.head(origin) + writer.lines).joined(separator: "\n")
    guard text.utf8.count <= longest else {
      throw CutError(
        .tooLarge, "the recipe comes to \(text.utf8.count) bytes", wanted: "at most \(longest)",
        remedy: "split the timeline")
    }
    return (text, writer.warnings)
  }

  private func head(_ origin: String) -> [String] {
    let name = String(origin.unicodeScalars.filter { $0.properties.generalCategory != .control }.map(Character.init))
    var head = ["-- From \(name)", canvas.call]
    if needsGap {
      head += ["", "local function gap(seconds) return solid(\"black\"):opacity(0):lasting(seconds) end"]
    }
    return head
  }

  mutating func warn(_ place: String, _ message: String) {
    if warnings.count < 200 { warnings.append(CutWarning(place: place, message: message)) }
  }

  // MARK: Tracks

  /// Tracks over one another.
  private mutating func stack(_ tracks: [Track], isOutermost: Bool = false, at place: String) throws(CutError) -> String
  {
    var texts: [String] = []
    var counts: [Track.Kind: Int] = [:]
    for (index, track) in tracks.enumerated() where track.duration > .zero {
      counts[track.kind, default: 0] += 1
      let name = "\(track.kind == .picture ? "V" : "A")\(counts[track.kind] ?? 1)"
      let place = "\(place).children[\(index)]"
      texts.append(try isOutermost ? named(name, track, at: place) : inline(track, at: place))
    }
    guard texts.count <= RecipeWriter.longestList else {
      throw CutError(
        .tooLarge, at: place, "there are \(texts.count) tracks", wanted: "at most \(RecipeWriter.longestList)")
    }
    return texts.count == 1 ? texts[0] : Lua.call("stack", texts)
  }

  private mutating func inline(_ track: Track, at place: String) throws(CutError) -> String {
    guard track.elements.count <= RecipeWriter.longestList else { return try named(nil, track, at: place) }
    let chains = try chains(of: track, at: place).map { $0.joined() }
    return chains.count == 1 ? chains[0] : Lua.call("sequence", chains)
  }

  /// A name that is not taken yet.
  private mutating func newName(at place: String) throws(CutError) -> String {
    names += 1
    guard names <= RecipeWriter.mostNames else {
      throw CutError(
        .tooLarge, at: place,
        "there are more than \(RecipeWriter.mostNames) tracks, long cuts inside cuts, and clips with much done to them")
    }
    return "cut\(names)"
  }

  /// A track under a name of its own, a line for each clip.
  private mutating func named(_ known: String?, _ track: Track, at place: String) throws(CutError) -> String {
    let new = try newName(at: place)
    let name = known ?? new
    let chains = try chains(of: track, at: place)
    var statement = Statement(name: name, longest: RecipeWriter.longestList)
    for chain in chains { statement.add(chain) }
    statement.finish()
    lines += [""] + statement.lines
    return name
  }

  // MARK: Clips

  /// The clips of a track one after another; each with those that it goes over into, as links of a chain.
  private mutating func chains(of track: Track, at place: String) throws(CutError) -> [[String]] {
    var chains: [[String]] = []
    let elements = track.elements.completed
    // A transition at the very beginning got a gap before it, which the document does not count.
    let shift = track.elements.first?.crossing == nil ? 0 : 1
    for (index, element) in elements.enumerated() {
      guard let piece = element.piece else { continue }
      let place = "\(place).children[\(max(0, index - shift))]"
      let before = index > 0 ? elements[index - 1].crossing : nil
      let after = index + 1 < elements.count ? elements[index + 1].crossing : nil
      let whole = piece.shortened(front: -(before?.before ?? .zero), back: -(after?.after ?? .zero))
      guard whole.duration > .zero else { continue }
      guard whole.isGap || whole.start >= .zero else {
        throw CutError(
          .outOfRange, at: place, "the transition before it needs \(-whole.start) that its media does not have",
          remedy: "make the transition shorter, or let the clip begin later in its media")
      }
      let text = try clip(whole, in: track.kind, at: place)
      if let before {
        chains[chains.count - 1].append(try link(before, to: text, at: place))
      } else {
        chains.append([text])
      }
    }
    return chains
  }

  /// `:crossfade(clip, 1)`
  private mutating func link(_ crossing: Crossing, to clip: String, at place: String) throws(CutError) -> String {
    let seconds = time(crossing.duration)
    guard let style = crossing.style else { return ":" + Lua.call("crossfade", [clip, seconds]) }
    if let text = try transition(style, to: clip, seconds, at: place) { return ":" + text }
    warn(place, "the transition before it cannot be said in a recipe; it becomes a dissolve")
    return ":" + Lua.call("crossfade", [clip, seconds])
  }

  private mutating func transition(
    _ style: Touch, to clip: String, _ seconds: String, at place: String
  ) throws(CutError) -> String? {
    guard let word = Language.word("transition", .method) else { return nil }
    var parameters = style.parameters
    parameters["seconds"] = nil
    var options: [String: CanonicalJSON] = parameters
    let name = options.removeValue(forKey: "style")?.asText
    var named = Phrase.members(.object(options), word.parameters)
    for other in style.others.prefix(1) {
      let text = try self.clip(other, in: .picture, at: place)
      if name == nil { return Lua.call("transition", [clip, "function() return \(text) end", seconds]) }
      named?.append(("matte", text))
    }
    guard let name, let named else { return nil }
    return Lua.call("transition", [clip, Lua.text(name), seconds] + (named.isEmpty ? [] : [Lua.table([], named)]))
  }

  /// One clip with all that is done to it.
  private mutating func clip(_ piece: Piece, in kind: Track.Kind, at place: String) throws(CutError) -> String {
    var text = try shown(piece, in: kind, at: place)
    for touch in piece.touches {
      text = try handy(text, at: place)
      var others: [String] = []
      for other in touch.others { others.append(try clip(other, in: .picture, at: place)) }
      if touch.isMute {
        text += ":mute()"
      } else if let word = Phrase.word(for: touch.kind), word.form == .method,
        let phrase = Phrase(word: word, clips: others).text(touch.parameters)
      {
        text += ":\(phrase)"
      } else {
        warn(place, "\"\(touch.kind)\" cannot be said in a recipe, and is left out")
      }
    }
    return try handy(text, at: place)
  }

  /// A clip that Lua takes inside others: under a name of its own, where it is too much by itself.
  private mutating func handy(_ clip: String, at place: String) throws(CutError) -> String {
    guard Lua.Burden(clip).isHeavy else { return clip }
    let name = try newName(at: place)
    lines += ["", "local \(name) = \(clip)"]
    return name
  }

  private mutating func shown(_ piece: Piece, in kind: Track.Kind, at place: String) throws(CutError) -> String {
    switch piece.content {
    case .gap: return gap(piece.duration)
    case .tracks(let tracks):
      let longest = tracks.map(\.duration).max() ?? .zero
      guard longest > .zero else { return gap(piece.duration) }
      // A ramp says by itself how long it takes to go through all of it.
      let isRamp = piece.touches.first?.kind == "speed"
      return try stack(tracks, at: place) + (isRamp ? "" : range(of: piece, from: longest))
    case .reference(.file(let file)):
      let (name, problem) = files.name(of: file.url)
      if let problem { warn(place, problem) }
      return Lua.call(file.kind.rawValue, [Lua.text(name)])
        + range(of: piece, from: file.available?.duration, file.kind)
    case .reference(.generator(let name, let parameters)):
      if let word = Phrase.word(for: name), word.form == .function,
        let text = Phrase(word: word, clips: []).text(parameters)
      {
        return text + range(of: piece, from: nil, .image)
      }
      warn(place, "\"\(name)\" cannot be said in a recipe; a card stands in its place")
      return card(name, for: piece, in: kind)
    case .reference(.missing(let name)): return card(name, for: piece, in: kind)
    }
  }

  /// What stands in the place of media that are not there.
  private mutating func card(_ name: String, for piece: Piece, in kind: Track.Kind) -> String {
    guard kind == .picture else { return gap(piece.duration) }
    let words = Lua.text("missing: \(String(name.unicodeScalars.prefix(60)))")
    return "text(\(words), { size = 48 }):over(solid(\"darkred\")):lasting(\(time(piece.duration)))"
  }

  private mutating func gap(_ duration: Time) -> String {
    needsGap = true
    return Lua.call("gap", [time(duration)])
  }

  // MARK: Time

  /// The words that take a piece's range from its content.
  ///
  /// - Parameters:
  ///   - all: How long the content is; nil if that is not known, or if it has no end.
  ///   - kind: Of its file.
  private func range(of piece: Piece, from all: Time?, _ kind: Reference.Kind = .video) -> String {
    if piece.pace == 0 { return ":freeze(\(time(piece.start))):lasting(\(time(piece.duration)))" }
    var length = piece.length
    if let all, piece.start + length > all, piece.start + length <= all + Time(flicks: Time.flicksPerSecond / 1000) {
      length = all - piece.start
    }
    if kind == .image, piece.pace == 1, piece.start == .zero { return ":lasting(\(time(length)))" }
    let isWhole = piece.start == .zero && length == all
    var text = isWhole ? "" : ":trim(\(time(piece.start)), \(time(piece.start + length)))"
    if piece.pace < 0 { text += ":reverse()" }
    if abs(piece.pace) != 1 { text += ":speed(\(Lua.number(abs(piece.pace))))" }
    return text
  }

  /// Seconds, or where no short number says them, frames.
  private func time(_ time: Time) -> String {
    let rate = canvas.frameRate
    let isShort = time.flicks % (Time.flicksPerSecond / 1000) == 0
    guard !isShort, rate.isExact, time.flicks % rate.frameDuration.flicks == 0 else { return Lua.number(time.seconds) }
    return "frames(\(time.flicks / rate.frameDuration.flicks))"
  }
}

extension [Track.Element] {
  /// With a gap where a transition has nothing before it or after it.
  fileprivate var completed: [Track.Element] {
    let nothing = Track.Element.piece(.gap(.zero))
    return (first?.crossing == nil ? [] : [nothing]) + self + (last?.crossing == nil ? [] : [nothing])
  }
}

extension Touch {
  fileprivate var isMute: Bool { kind == "volume" && parameters == ["value": .number(0)] }
}

extension Canvas {
  /// `canvas { width = 1920, height = 1080, fps = 25 }`
  fileprivate var call: String {
    let rate = (frameRate.framesPerSecond * 1000).rounded() / 1000
    var members = [
      ("width", "\(size.width)"), ("height", "\(size.height)"), ("fps", Lua.number(rate)),
    ]
    if background != .black { members.append(("background", Lua.text(background.hexadecimal))) }
    if light != .coded { members.append(("light", Lua.text(light.rawValue))) }
    return "canvas \(Lua.table([], members.map { (name: $0.0, value: $0.1) }))"
  }
}
