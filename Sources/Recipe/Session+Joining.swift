import Graph
import Media
import Worker

extension Session {
  func sequence(_ clips: [Int], at place: Place) throws(RecipeError) -> Int {
    let shown = try shown(clips)
    guard shown.count > 1 else { return shown[0] }
    for clip in shown.dropLast() where drafts[clip].duration == nil {
      let index = clips.firstIndex(of: clip) ?? 0
      throw noEnd("clip \(index + 1)", drafts[clip], because: "nothing could follow it")
    }
    var duration: Time? = .zero
    // Bounded at each step: a hundred thousand long clips are more than a time can say.
    for clip in shown { duration = try bounded(duration.flatMap { sum in drafts[clip].duration.map { sum + $0 } }) }
    return try add(join(.sequence, shown, duration: duration, at: place))
  }

  /// Lasts as long as the longest clip that has an end.
  func stack(_ clips: [Int], at place: Place) throws(RecipeError) -> Int {
    let shown = try shown(clips)
    guard shown.count > 1 else { return shown[0] }
    let longest = shown.compactMap { drafts[$0].duration }.max()
    return try add(join(.stack, shown, duration: longest, at: place))
  }

  /// Clips without those that were left out; of nothing but such, the first.
  private func shown(_ clips: [Int]) throws(RecipeError) -> [Int] {
    guard let first = clips.first else { throw RecipeError(.missing, "there is no clip", wanted: "at least one clip") }
    try chain.tally.add(.joining(clips.count))
    let shown = clips.filter { !drafts[$0].isEmpty }
    return shown.isEmpty ? [first] : shown
  }

  /// Answers `base:layer(clip, { from, to })`.
  func layer(_ base: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    var top = arguments.clips["clip"] ?? base
    guard !drafts[top].isEmpty else { return base }
    let start = arguments.time("from") ?? .zero
    if let end = arguments.time("to") {
      guard end > start else {
        throw RecipeError(
          .outOfRange, "from \(start) to \(end) is no time at all", remedy: "let \"to\" be later than \"from\"")
      }
      top = try cut(top, from: .zero, to: min(end - start, drafts[top].duration ?? end - start), at: place)
    }
    let isBare = drafts[base].isEmpty
    if !isBare, let length = drafts[base].duration, start >= length {
      throw RecipeError(.outOfRange, "from \(start) is not before the clip's end at \(length)", remedy: "start earlier")
    }
    top = try delayed(top, by: start, at: place)
    guard !isBare else { return top }
    var result = join(.stack, [base, top], duration: drafts[base].duration ?? drafts[top].duration, at: place)
    // What is laid over a clip follows it; a base without an end takes the layer's.
    result.duration = try bounded(result.duration)
    return try add(result)
  }

  /// Answers `clip:after(other, offset)`.
  func after(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let other = arguments.clips["clip"] ?? clip
    if let rest = rest(of: other, clip) { return rest }
    guard let end = drafts[other].duration else {
      throw noEnd("the other clip", drafts[other], because: "nothing could follow it")
    }
    let start = end + (arguments.time("offset") ?? .zero)
    guard start >= .zero else {
      throw RecipeError(
        .outOfRange, "the overlap of \(end - start) is longer than the other clip's \(end)",
        remedy: "use at most \(end)")
    }
    let moved = try delayed(clip, by: start, at: place)
    let duration = drafts[moved].duration.map { max($0, end) }
    return try add(join(.stack, [other, moved], duration: try bounded(duration), at: place))
  }

  /// The clip with nothing before it for a while.
  func delayed(_ clip: Int, by offset: Time, at place: Place) throws(RecipeError) -> Int {
    guard offset > .zero else { return clip }
    var draft = drafts[clip]
    (draft.kind, draft.inputs, draft.functions) = (.delay, [clip], [:])
    draft.parameters = ["seconds": .time(offset)]
    draft.duration = try bounded(draft.duration.map { $0 + offset })
    draft.place = place
    return try add(draft)
  }

  func join(_ kind: NodeKind, _ clips: [Int], duration: Time?, at place: Place) -> Draft {
    let hasPicture = clips.contains { drafts[$0].picture != .none }
    return Draft(
      kind: kind, inputs: clips, duration: duration, picture: hasPicture ? .canvas : .none,
      hasSound: clips.contains { drafts[$0].hasSound }, place: place)
  }

  func noEnd(_ name: String, _ draft: Draft, because reason: String) -> RecipeError {
    let kind = draft.kind.isSource ? " (\(draft.kind.rawValue) of \(words(for: draft.place)))" : ""
    return RecipeError(.noEnd, "\(name)\(kind) has no end, so \(reason)", remedy: "give it one with :lasting(seconds)")
  }

  /// A place in this recipe by its line, one in another in full.
  private func words(for place: Place) -> String { place.chunk == name ? "line \(place.line)" : "\(place)" }

  /// Refuses a clip that is longer than a video may be.
  func bounded(_ duration: Time?) throws(RecipeError) -> Time? {
    guard let duration, duration.seconds > limits.seconds else { return duration }
    throw RecipeError(
      .limit, "the clip would last \(duration)",
      remedy: "a video may last \(CanonicalJSON.form(of: limits.seconds)) s at most")
  }
}
