import Graph
import Media
import Signal
import Worker

extension Session {
  /// Answers a word that changes how a clip sounds. A clip that is silent stays as it is.
  func sound(_ kind: NodeKind, _ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    guard drafts[clip].hasSound else { return clip }
    var draft = wrap(kind, clip, arguments.values, duration: drafts[clip].duration, at: place)
    draft.functions = arguments.functions
    if let other = arguments.clips["clip"] {
      // Nothing is heard under which it could go down.
      guard !drafts[other].isEmpty, drafts[other].hasSound else { return clip }
      draft.inputs.append(other)
    }
    return try add(checked(draft))
  }

  /// Refuses what would ring for too long.
  private func checked(_ draft: Draft) throws(RecipeError) -> Draft {
    do {
      _ = try draft.kind.processor(draft.parameters)
      return draft
    } catch {
      throw RecipeError(.outOfRange, "\(error.what) sounds for longer than 30 s", remedy: error.remedy)
    }
  }

  /// Answers a word whose sound goes on when the clip's is over: sound by itself becomes longer by that.
  func ring(_ kind: NodeKind, _ clip: Int, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let draft = drafts[clip]
    guard draft.hasSound else { return clip }
    var values = arguments.values
    let isFree = draft.picture == .none && draft.duration != nil
    guard isFree || (arguments.time("tail") ?? .zero) == .zero else {
      throw RecipeError(
        .wrongType, "the clip cannot go on for a tail of \(arguments.time("tail") ?? .zero)",
        wanted: "sound without a picture, with an end", remedy: "leave the tail out")
    }
    let tail = isFree ? arguments.time("tail") ?? Session.tail(of: kind, arguments) : .zero
    values["tail"] = tail > .zero ? .time(tail) : nil
    let duration = try bounded(draft.duration.map { $0 + tail })
    return try add(checked(wrap(kind, clip, values, duration: duration, at: place)))
  }

  /// Until what goes on is 60 dB softer, or a little longer than an echo is asked for.
  private static func tail(of kind: NodeKind, _ arguments: Arguments) -> Time {
    let seconds = arguments.time("seconds") ?? .zero
    guard kind == .echo else { return seconds }
    let feedback = arguments.number("feedback") ?? 0
    // Each time around it is softer by the feedback.
    let times = feedback > 0 ? (-3 / (Elementary.log2(feedback) * 0.301_029_995_663_981_2)).rounded(.up) : 1
    return seconds.scaled(by: min(max(times, 1), 100))
  }
}
