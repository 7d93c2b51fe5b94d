import Graph
import Worker

/// What takes the host some time is counted before it is done: a recipe could otherwise keep it busy for far longer than the
/// recipe itself may run.
extension Session {
  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    try chain.tally.add(.setting(text))
    return try stock.measure(text)
  }

  func measure(_ kind: NodeKind, _ sound: SoundParameters) throws(RecipeError) -> SoundMeasure {
    try chain.tally.add(.making(sound))
    return try stock.library.measure(kind, sound)
  }

  /// Notes what a voice of the host's said. The voices that come with the runtime speak anew each time.
  func record(_ speech: inout SoundParameters, at place: Place) throws(RecipeError) {
    guard let voice = speech["voice"]?.text, !Language.voices.contains(voice) else { return }
    try chain.tally.add(.recording(speech))
    if let take = try stock.take(of: speech) {
      speech["take"] = .digest(take)
    } else {
      warn("say: \(voice) has not said that yet; \(Language.voices[0]) stands in", at: place)
      speech["voice"] = .text(Language.voices[0])
    }
  }

  /// What is in a small file of the recipe's own.
  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> [UInt8] {
    try chain.tally.add(.reading(bytes: 0))
    let bytes = try stock.bytes(of: name, atMost: limit)
    try chain.tally.add(.reading(bytes: bytes.count))
    return bytes
  }
}
