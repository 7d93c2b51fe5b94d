extension Writer {
  /// What a backends file says of a model that writes.
  init(_ entry: BackendsEntry) throws(RepriseError) {
    try entry.check(["server", "model", "key", "key_file", "price", "answer_price"])
    guard let server = try entry.text("server"), let model = try entry.text("model") else {
      throw entry.mistake("it lacks a server or a model", remedy: "name both")
    }
    try self.init(
      server, model: model, key: entry.key(), price: entry.text("price"), answerPrice: entry.text("answer_price"))
  }
}
