import Graph
import Media
import Worker

extension Session {
  func trim(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let from = arguments.time("from") ?? .zero
    let length = drafts[clip].duration
    if let length, from >= length {
      throw RecipeError(.outOfRange, "from \(from) is not before the clip's end at \(length)", remedy: "start earlier")
    }
    guard let to = arguments.time("to") ?? length else {
      return from == .zero ? clip : try add(wrap(.trim, clip, ["from": .time(from)], duration: nil, at: place))
    }
    if let length, to > length {
      throw RecipeError(
        .outOfRange, "to \(to) is after the clip's end at \(length)", remedy: "use at most \(length), or leave it out")
    }
    guard to > from else {
      throw RecipeError(
        .outOfRange, "from \(from) to \(to) leaves nothing", remedy: "let \"to\" be later than \"from\"")
    }
    return try cut(clip, from: from, to: to, at: place)
  }

  func lasting(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let wanted = arguments.time("seconds") ?? .zero
    guard wanted > .zero else { throw RecipeError(.outOfRange, "\(wanted) leaves nothing", remedy: "use more than 0") }
    if let length = drafts[clip].duration, wanted > length {
      throw RecipeError(
        .outOfRange, "\(wanted) is longer than the clip's \(length)",
        remedy: "use at most \(length), or make it longer with :loop() or :speed(…)")
    }
    return try cut(clip, from: .zero, to: wanted, at: place)
  }

  /// The clip from one instant to another that are known to lie inside it.
  func cut(_ clip: Int, from: Time, to: Time, at place: Place) throws(RecipeError) -> Int {
    if from == .zero, to == drafts[clip].duration { return clip }
    let duration = try bounded(to - from)
    return try add(wrap(.trim, clip, ["from": .time(from), "to": .time(to)], duration: duration, at: place))
  }

  func loop(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    guard let length = drafts[clip].duration else {
      throw noEnd("the clip", drafts[clip], because: "it cannot begin again")
    }
    let times = arguments.number("times").map { Int64($0) }
    if times == 1 { return clip }
    if let times, Double(times) * length.seconds > limits.seconds { _ = try bounded(length.scaled(by: Double(times))) }
    return try add(wrap(.loop, clip, [:], duration: times.map { length * $0 }, at: place))
  }

  func freeze(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let moment = arguments.time("at") ?? .zero
    if let length = drafts[clip].duration, moment >= length {
      throw RecipeError(
        .outOfRange, "\(moment) is not before the clip's end at \(length)", remedy: "hold an earlier moment")
    }
    guard drafts[clip].picture != .none else { throw RecipeError(.wrongType, "the clip has no picture to hold") }
    var draft = wrap(.freeze, clip, ["at": .time(moment)], duration: nil, at: place)
    draft.hasSound = false
    return try add(draft)
  }

  func reverse(_ clip: Int, at place: Place) throws(RecipeError) -> Int {
    guard let length = drafts[clip].duration else {
      throw noEnd("the clip", drafts[clip], because: "it cannot begin there")
    }
    return try add(wrap(.reverse, clip, [:], duration: length, at: place))
  }

  func framerate(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    guard drafts[clip].picture != .none else {
      throw RecipeError(.wrongType, "the clip has only sound", remedy: "use it on a clip with a picture")
    }
    let rate = arguments.number("rate") ?? fixedCanvas().frameRate.framesPerSecond
    let parameters: [String: Setting] = [
      "rate": .number(Resolver.rounded(rate)), "mode": arguments.values["mode"] ?? .text("nearest"),
    ]
    return try add(wrap(.frameRate, clip, parameters, duration: drafts[clip].duration, at: place))
  }

  /// A node over one clip that keeps its picture and sound.
  func wrap(_ kind: NodeKind, _ clip: Int, _ parameters: [String: Setting], duration: Time?, at place: Place)
    -> Draft
  {
    Draft(
      kind: kind, parameters: parameters, inputs: [clip], duration: duration, picture: drafts[clip].picture,
      hasSound: drafts[clip].hasSound, place: place)
  }
}
