import Graph
import Media
import Worker

extension Session {
  /// Answers `text(…):animate { … }`.
  func animate(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    var draft = try bareText(clip, without: "animation", at: place)
    let effect = arguments.text("effect") ?? "fade"
    let isSwift = effect == "typewriter" || effect == "wave"
    let by = arguments.text("by") ?? (isSwift ? "character" : "word")
    guard by == "word" || draft.parameters["karaoke"] == nil else { throw Session.karaokeByWords }
    let count = try pieces(of: draft, by)
    draft.parameters["animation"] = .record([
      "effect": .text(effect), "by": .text(by), "pieces": .number(Double(count)),
      "each": .time(arguments.time("each") ?? .zero), "reach": .number(arguments.number("reach") ?? 0.5),
      "seconds": .time(
        arguments.time("seconds") ?? Time(flicks: Time.flicksPerSecond / 5 * (effect == "wave" ? 6 : 2))),
      "ease": .text(try easing(arguments.text("ease") ?? (effect == "pop" ? "outBack" : "outCubic"))),
    ])
    return try add(draft)
  }

  /// Answers `text(…):karaoke({ … })`.
  func karaoke(_ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    var draft = try bareText(clip, without: "karaoke", at: place)
    if let animation = draft.parameters["animation"]?.record, animation["by"] != .text("word") {
      throw Session.karaokeByWords
    }
    let (words, times) = (try pieces(of: draft, "word"), arguments.numbers("times"))
    guard times.count == words || times.count == words + 1 else {
      throw RecipeError(
        .outOfRange, "the text has \(words) words, and there are \(times.count) times",
        remedy: "give each word one, and one more for the end if you like")
    }
    guard zip(times, times.dropFirst()).allSatisfy(<=) else {
      throw RecipeError(.outOfRange, "the times run backwards", remedy: "put them in order")
    }
    let instants = (times.count > words ? times : times + [(times.last ?? 0) + 0.5]).compactMap(Time.init)
    draft.parameters["karaoke"] = .record([
      "times": .list(instants.map(Setting.time)), "color": arguments.values["color"] ?? .color(.white),
      "sweep": arguments.values["sweep"] ?? .flag(true),
    ])
    return try add(draft)
  }

  private static let karaokeByWords = RecipeError(
    .wrongType, "karaoke goes by words, and the text moves by something else", remedy: "animate it with by = \"word\"")

  /// The text that a clip is, to which nothing has been done that would have to be done again.
  private func bareText(_ clip: Int, without name: String, at place: Place) throws(RecipeError) -> Draft {
    guard drafts[clip].kind == .text else {
      throw RecipeError(
        .wrongType, "the clip is no text, or no longer a bare one", remedy: "say it right after text(…)")
    }
    guard drafts[clip].parameters[name] == nil else {
      throw RecipeError(.wrongType, "the text has that already", remedy: "say it once")
    }
    var draft = drafts[clip]
    draft.place = place
    return draft
  }

  private func pieces(of draft: Draft, _ kind: String) throws(RecipeError) -> Int {
    let count = try measure(draft.parameters).pieces[kind] ?? 0
    guard count <= 2000 else {
      throw RecipeError(.limit, "the text has \(count) \(kind)s", remedy: "move at most 2000: by word, or by line")
    }
    return count
  }

  private func easing(_ name: String) throws(RecipeError) -> String {
    if let easing = Easing(name) { return easing.canonicalName }
    let remedy = Suggestion.remedy(for: name, among: Easing.named.map(\.name))
    throw RecipeError(.outOfRange, "there is no easing \"\(name)\"", remedy: remedy ?? "take one such as \"outBack\"")
  }
}
