import Graph
import Media
import Worker

/// What is known of the words that a clip says.
extension Session {
  /// Answers `clip.words`: a list of `{ text, from, to }`.
  func words(of clip: Int) throws(RecipeError) -> Datum {
    .list(
      try speech(of: clip).words.map { word in
        .record([
          "text": .string(word.text), "from": .number(word.range.start.seconds), "to": .number(word.range.end.seconds),
        ])
      })
  }

  /// Answers `clip.mouths`: a list of `{ shape, open, from, to }`.
  func mouths(of clip: Int) throws(RecipeError) -> Datum {
    .list(
      try speech(of: clip).mouths.map { mouth in
        .record([
          "shape": .string(mouth.shape), "open": .number(mouth.openness), "from": .number(mouth.range.start.seconds),
          "to": .number(mouth.range.end.seconds),
        ])
      })
  }

  /// Answers `clip:captions { … }`: what is said, a few words at a time, for as long as they are said.
  func spokenCaptions(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    var clips: [Int] = []
    for line in SpokenLine.lines(try speech(of: clip).words, longest: Int(arguments.number("letters") ?? 42)) {
      clips.append(try delayed(try caption(line, arguments, at: place), by: line.range.start, at: place))
    }
    return try stack(clips, at: place)
  }

  private func caption(_ line: SpokenLine, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    var style = captionStyle(arguments.values.filter { !["y", "letters", "karaoke"].contains($0.key) })
    style["text"] = .text(line.text)
    var text = try text(Arguments(values: style), at: place)
    if let sung = arguments.color("karaoke") {
      let times = line.words.map { Setting.number(($0.range.start - line.range.start).seconds) }
      let end = Setting.number(line.range.duration.seconds)
      text = try karaoke(text, Arguments(values: ["times": .list(times + [end]), "color": .color(sung)]), at: place)
    }
    let put = wrap(
      .at, text, ["x": .number(0.5), "y": .number(arguments.number("y") ?? 0.92), "anchor": .text("bottom")],
      duration: nil, at: place)
    return try cut(try add(put), from: .zero, to: line.range.duration, at: place)
  }

  /// The speech that a clip comes to, on the clip's own clock.
  private func speech(of clip: Int) throws(RecipeError) -> SoundMeasure {
    var (place, offset) = (clip, Time.zero)
    while true {
      let draft = drafts[place]
      switch draft.kind {
      case .speech: return try measure(.speech, draft.parameters).delayed(by: offset)
      case .delay: offset += draft.parameters["seconds"]?.time ?? .zero
      case _ where draft.kind.isSound || draft.kind == .fade: break
      default:
        throw RecipeError(
          .wrongType, "the clip is no speech, or no longer as it was said", wanted: "what say(…) made",
          remedy: "ask before it is cut, joined, or played at another pace")
      }
      place = draft.inputs[0]
    }
  }
}

extension SoundMeasure {
  fileprivate func delayed(by offset: Time) -> SoundMeasure {
    var measure = self
    for index in words.indices { measure.words[index].range = words[index].range.shifted(by: offset) }
    for index in mouths.indices { measure.mouths[index].range = mouths[index].range.shifted(by: offset) }
    return measure
  }
}
