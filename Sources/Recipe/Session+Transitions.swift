import Graph
import Media
import Worker

extension Session {
  /// Answers `clip:crossfade(other, seconds)`.
  func crossfade(_ first: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let second = arguments.clips["clip"] ?? first
    if let rest = rest(of: first, second) { return rest }
    guard let draft = try overlapped(.crossfade, first, second, arguments, at: place) else {
      return try sequence([first, second], at: place)
    }
    return try add(draft)
  }

  /// Answers `clip:transition(other, style, seconds, { … })`.
  func transition(_ first: Int, _ arguments: Arguments, at place: Place, in evaluation: Evaluation) throws -> Int {
    let second = arguments.clips["clip"] ?? first
    if let rest = rest(of: first, second) { return rest }
    guard var draft = try overlapped(.transition, first, second, arguments, at: place) else {
      return try sequence([first, second], at: place)
    }
    let easing = try easing(arguments)
    if let function = arguments.makers["style"] {
      try checkOptions(of: "by a function", [], arguments)
      draft.inputs.append(try passage(function, of: draft, easing, in: evaluation))
    } else {
      try describe(&draft, arguments)
      if easing != .linear { draft.parameters["ease"] = .text(easing.canonicalName) }
    }
    return try add(draft)
  }

  /// What remains of two clips if one was left out.
  func rest(of first: Int, _ second: Int) -> Int? {
    if drafts[first].isEmpty { return second }
    return drafts[second].isEmpty ? first : nil
  }

  /// A join of two clips that overlap; nil if they do not.
  private func overlapped(
    _ kind: NodeKind, _ first: Int, _ second: Int, _ arguments: Arguments, at place: Place
  ) throws(RecipeError) -> Draft? {
    let overlap = arguments.time("seconds") ?? .zero
    guard let length = drafts[first].duration else {
      throw noEnd("the clip", drafts[first], because: "nothing could follow it")
    }
    let shorter = min(length, drafts[second].duration ?? length)
    guard overlap <= shorter else {
      throw RecipeError(
        .outOfRange, "\(overlap) is longer than the shorter clip's \(shorter)", remedy: "use at most \(shorter)")
    }
    guard overlap > .zero else { return nil }
    let duration = try bounded(drafts[second].duration.map { length + $0 - overlap })
    var draft = join(kind, [first, second], duration: duration, at: place)
    draft.parameters["seconds"] = .time(overlap)
    return draft
  }

  // MARK: Styles

  private func easing(_ arguments: Arguments) throws(RecipeError) -> Easing {
    guard let name = arguments.text("ease") else { return .linear }
    guard let easing = Easing(name) else { throw KeyframeReader.unknown(easing: name, operation: "transition") }
    return easing
  }

  /// Says how a transition looks, and adds the clip that it needs for that.
  private func describe(_ draft: inout Draft, _ arguments: Arguments) throws(RecipeError) {
    let style = arguments.text("style").flatMap(TransitionStyle.init) ?? .crossfade
    try checkOptions(of: "\"\(style.rawValue)\"", style.options, arguments)
    draft.parameters["style"] = .text(style.rawValue)
    if let usual = style.directions.first {
      draft.parameters["direction"] = .text(try direction(of: style, arguments) ?? usual)
    }
    if style.options.contains("soft") { draft.parameters["soft"] = arguments.values["soft"] ?? .number(0.1) }
    if style == .dip { draft.parameters["color"] = .color(arguments.color("color") ?? .black) }
    guard style == .luma else { return }
    guard let matte = arguments.clips["matte"] else {
      throw RecipeError(
        .missing, "a transition \"luma\" has no matte", wanted: "a clip",
        remedy: "give it one, such as matte = image(\"swirl.png\")")
    }
    // Where the picture that said when was left out, it happens everywhere at once.
    guard !drafts[matte].isEmpty else {
      draft.parameters["soft"] = nil
      draft.parameters["style"] = .text(TransitionStyle.crossfade.rawValue)
      return
    }
    let length = draft.parameters["seconds"]?.time ?? .zero
    draft.inputs.append(try mute(try whole(matte, named: "the matte", over: length), at: draft.place))
  }

  private func checkOptions(of style: String, _ known: [String], _ arguments: Arguments) throws(RecipeError) {
    let stray = ["direction", "soft", "color", "matte"].first { arguments.has($0) && !known.contains($0) }
    guard let stray else { return }
    let remedy = known.isEmpty ? "leave it out" : "it takes \(known.joined(separator: " and "))"
    throw RecipeError(.unknownName, "a transition \(style) has no \(stray)", remedy: remedy)
  }

  private func direction(of style: TransitionStyle, _ arguments: Arguments) throws(RecipeError) -> String? {
    guard let direction = arguments.text("direction") else { return nil }
    guard style.directions.contains(direction) else {
      throw RecipeError(
        .outOfRange, "a transition \"\(style.rawValue)\" does not go \"\(direction)\"",
        wanted: "one of \(style.directions.map { "\"\($0)\"" }.joined(separator: ", "))")
    }
    return direction
  }

  /// The pictures of a clip for just so long.
  private func whole(_ clip: Int, named name: String, over length: Time) throws(RecipeError) -> Int {
    let place = drafts[clip].place
    guard drafts[clip].picture != .none else {
      throw RecipeError(.wrongType, "\(name) has only sound", remedy: "use a clip with a picture")
    }
    guard let own = drafts[clip].duration else { return clip }
    guard own >= length else {
      throw RecipeError(
        .outOfRange, "\(name) lasts \(own), the transition \(length)",
        remedy: "make it longer with :loop() or :lasting(…)")
    }
    return try cut(clip, from: .zero, to: length, at: place)
  }

  // MARK: Functions

  /// What a function makes of both clips, as far as they overlap, and a progress. Their sound crosses over without it.
  private func passage(
    _ function: FunctionReference, of draft: Draft, _ easing: Easing, in evaluation: Evaluation
  ) throws -> Int {
    let (first, second) = (draft.inputs[0], draft.inputs[1])
    let overlap = draft.parameters["seconds"]?.time ?? .zero
    let length = drafts[first].duration ?? overlap
    let a = try mute(try cut(first, from: length - overlap, to: length, at: draft.place), at: draft.place)
    let b = try mute(try head(of: second, overlap, at: draft.place), at: draft.place)
    let progress = try hold(Progress(over: overlap, easing))
    let returned = try invoke(function, [.clip(a), .clip(b), progress], in: evaluation, of: name)
    guard returned.count == 1, let clip = clip(returned[0]) else {
      let came = returned.count > 1 ? "\(returned.count) values" : returned.first?.words ?? "nothing"
      throw RecipeError(
        .wrongType, "the function returns \(came)", wanted: "one clip", remedy: "end it with: return clip",
        operation: "transition", place: Place(chunk: name, line: function.line))
    }
    return try whole(clip, named: "what the function returns", over: overlap)
  }

  /// The beginning of a clip, which may go on for as long as what is around it says.
  private func head(of clip: Int, _ length: Time, at place: Place) throws(RecipeError) -> Int {
    guard drafts[clip].duration == nil else { return try cut(clip, from: .zero, to: length, at: place) }
    let range: [String: Setting] = ["from": .time(.zero), "to": .time(length)]
    var draft = wrap(.trim, clip, range, duration: length, at: place)
    draft.isHead = true
    return try add(draft)
  }
}
