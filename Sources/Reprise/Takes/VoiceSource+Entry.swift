import Graph

extension VoiceSource {
  /// What a backends file says of a voice.
  init(_ entry: BackendsEntry) throws(RepriseError) {
    guard !Language.voices.contains(entry.name) else {
      throw entry.mistake("it comes with the runtime", remedy: "call yours something else")
    }
    if let command = try entry.texts("command") {
      try entry.check(["command"])
      self = try .command(command)
      return
    }
    try entry.check(["server", "model", "voice", "key", "key_file", "price"])
    guard let server = try entry.text("server") else {
      throw entry.mistake("it has neither a command nor a server")
    }
    self = try .server(
      server, model: entry.text("model") ?? "tts-1", voice: entry.text("voice") ?? entry.name, key: entry.key(),
      price: entry.text("price"))
  }
}
