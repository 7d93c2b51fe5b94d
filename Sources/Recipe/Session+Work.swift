import Graph

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

  /// What a voice of the host's said; nil for the voices that speak anew each time.
  func take(of speech: SoundParameters) throws(RecipeError) -> Digest? {
    guard let voice = speech["voice"]?.text, !Language.voices.contains(voice) else { return nil }
    try chain.tally.add(.recording(speech))
    return try stock.take(of: speech)
  }

  /// What is in a small file of the recipe's own.
  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> [UInt8] {
    try chain.tally.add(.reading(bytes: 0))
    let bytes = try stock.bytes(of: name, atMost: limit)
    try chain.tally.add(.reading(bytes: bytes.count))
    return bytes
  }
}
