internal import Graph
internal import Journal
internal import Store

/// The kinds of fields that statements have beside those of posts.
extension Fields {
  mutating func word<W: RawRepresentable<String>>(_ name: String) throws(StoreError) -> W {
    try word(json(name), name)
  }

  /// Different words of a list.
  mutating func words<W: RawRepresentable<String>>(_ name: String) throws(StoreError) -> [W] {
    try list(name, atMost: 100) { (fields, json) throws(StoreError) in try fields.word(json, name) }
  }

  private func word<W: RawRepresentable<String>>(_ json: CanonicalJSON, _ name: String) throws(StoreError) -> W {
    let text = try text(json, name, TextRule(atMost: 100))
    guard let word = W(rawValue: text) else { throw mistake(name, "is \"\(text)\", which we do not know") }
    return word
  }

  mutating func moment(_ name: String) throws(StoreError) -> Moment {
    let text = try text(name, TextRule(atMost: 100))
    guard let moment = Moment(text) else {
      throw mistake(name, "is \"\(text)\"", wanted: "a time such as 2026-11-22T18:10:00.125Z")
    }
    return moment
  }

  mutating func texts(_ name: String, _ rule: TextRule, atMost limit: Int) throws(StoreError) -> Set<String> {
    try Set(list(name, atMost: limit) { (fields, json) throws(StoreError) in try fields.text(json, name, rule) })
  }

  mutating func publicKeys(_ name: String, atMost limit: Int) throws(StoreError) -> Set<PublicKey> {
    try Set(list(name, atMost: limit) { (fields, json) throws(StoreError) in try fields.publicKey(json, name) })
  }
}
