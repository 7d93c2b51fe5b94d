import Graph
import Media
import Worker

extension Session {
  /// Answers a word that changes how a clip looks or sounds, and neither its length nor its size.
  func adjust(_ kind: NodeKind, _ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    guard kind == .volume || kind == .fade || drafts[clip].picture != .none else {
      throw RecipeError(.wrongType, "the clip has only sound", remedy: "use it on a clip with a picture")
    }
    var draft = wrap(kind, clip, arguments.values, duration: drafts[clip].duration, at: place)
    draft.functions = arguments.functions
    if let other = arguments.clips["clip"] {
      // A part that a remix leaves out masks nothing.
      guard !drafts[other].isEmpty else { return clip }
      guard drafts[other].picture != .none else {
        throw RecipeError(.wrongType, "the other clip has only sound", remedy: "use one with a picture")
      }
      draft.inputs.append(other)
    }
    return try add(draft)
  }

  func fade(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    var arguments = arguments
    let coming = arguments.time("in") ?? .zero
    let going = arguments.time("out") ?? coming
    arguments.values["out"] = .time(going)
    if let length = drafts[clip].duration { try checkFade(coming, going, length) }
    return try adjust(.fade, clip, arguments, at: place)
  }

  func checkFade(_ coming: Time, _ going: Time, _ length: Time) throws(RecipeError) {
    guard coming + going <= length else {
      throw RecipeError(
        .outOfRange, "coming for \(coming) and going for \(going) is longer than the clip's \(length)",
        remedy: "use at most \(length.scaled(by: 0.5)) each")
    }
  }

  func crop(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    guard let size = size(of: clip) else { throw RecipeError(.wrongType, "the clip has no picture to crop") }
    let width = try extent("width", of: size.width, arguments)
    let height = try extent("height", of: size.height, arguments)
    var arguments = arguments
    try settle("x", room: size.width - width, named: "width", full: size.width, &arguments)
    try settle("y", room: size.height - height, named: "height", full: size.height, &arguments)
    arguments.values["width"] = .number(Double(width))
    arguments.values["height"] = .number(Double(height))
    var draft = wrap(.crop, clip, arguments.values, duration: drafts[clip].duration, at: place)
    (draft.functions, draft.picture) = (arguments.functions, .pixels(Size(width: width, height: height)))
    return try add(draft)
  }

  private func extent(_ name: String, of full: Int, _ arguments: Arguments) throws(RecipeError) -> Int {
    let wanted = arguments.number(name).map { Int($0) } ?? full
    guard wanted <= full else {
      throw RecipeError(
        .outOfRange, "\(name) \(wanted) px is more than the clip's \(full) px",
        remedy: "use at most \(full), or fit(\"cover\")")
    }
    return wanted
  }

  /// Puts an edge that was left out so that the part lies in the middle, and refuses one that leaves the picture.
  private func settle(_ name: String, room: Int, named extent: String, full: Int, _ arguments: inout Arguments)
    throws(RecipeError)
  {
    if let function = arguments.functions[name] {
      arguments.functions[name]?.range =
        max(function.range.lowerBound, 0)...min(function.range.upperBound, Double(room))
      return
    }
    let corners: [Double]
    switch arguments.values[name] {
    case .number(let number)?: corners = [number]
    case .curve(let curve)?: corners = curve.corners
    default:
      arguments.values[name] = .number((Double(room) / 2).rounded(.down))
      return
    }
    guard let stray = corners.first(where: { $0 > Double(room) }) else { return }
    throw RecipeError(
      .outOfRange,
      "\(name) \(CanonicalJSON.form(of: stray)) px and \(extent) \(full - room) px reach past the clip's \(full) px",
      remedy: "let \(name) be at most \(room)")
  }

  func mute(_ clip: Int, at place: Place) throws(RecipeError) -> Int {
    guard drafts[clip].hasSound else { return clip }
    var draft = wrap(.volume, clip, ["value": .number(0)], duration: drafts[clip].duration, at: place)
    draft.hasSound = false
    return try add(draft)
  }
}
