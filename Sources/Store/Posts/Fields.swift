package import Graph

/// Takes the members out of a JSON object one after the other, and complains about what is missing, wrong or left over.
package struct Fields {
  private let place: String
  private var members: [String: CanonicalJSON]

  /// - Parameter place: What the object is, for errors.
  package init(_ json: CanonicalJSON, of place: String) throws(StoreError) {
    guard case .object(let members) = json else { throw StoreError(.malformed, place, "is not an object") }
    (self.place, self.members) = (place, members)
  }

  /// Reads JSON whose field `format` says what it is.
  ///
  /// - Parameter format: Name and version: `reprise-post/1`.
  package init(parsing bytes: [UInt8], as format: String, of place: String) throws(StoreError) {
    try self.init(parsing: bytes, of: place)
    try check(format: format)
  }

  /// Reads JSON of which it is known what it is.
  package init(parsing bytes: [UInt8], of place: String) throws(StoreError) {
    let json: CanonicalJSON
    do throws(CanonicalJSON.Mistake) {
      json = try CanonicalJSON(parsing: bytes)
    } catch {
      throw StoreError(.malformed, place, "\(error.problem) (byte \(error.offset))", wanted: "JSON")
    }
    try self.init(json, of: place)
  }

  private mutating func check(format: String) throws(StoreError) {
    let found = try text("format", TextRule(atMost: 100))
    guard found != format else { return }
    let isOurs = found.prefix { $0 != "/" } == format.prefix { $0 != "/" }
    guard isOurs else { throw mistake("format", "is \"\(found)\"", wanted: "\"\(format)\"") }
    throw StoreError(.tooNew, place, "is written as \(found)", wanted: format, remedy: "use a newer Reprise")
  }

  /// What is left over is a mistake.
  package func end() throws(StoreError) {
    guard let name = members.keys.min() else { return }
    throw mistake(TextRule.shown(name), "is no field that we know", remedy: "leave it out, or use a newer Reprise")
  }

  package mutating func json(_ name: String) throws(StoreError) -> CanonicalJSON {
    guard let json = members.removeValue(forKey: name) else { throw mistake(name, "is missing") }
    return json
  }

  package func has(_ name: String) -> Bool { members[name] != nil }

  package func mistake(_ name: String, _ came: String, wanted: String? = nil, remedy: String? = nil) -> StoreError {
    StoreError(.malformed, "\(place): \(name)", came, wanted: wanted, remedy: remedy)
  }
}

extension Fields {
  package mutating func text(_ name: String, _ rule: TextRule) throws(StoreError) -> String {
    try text(json(name), name, rule)
  }

  package mutating func flag(_ name: String) throws(StoreError) -> Bool {
    guard case .boolean(let flag) = try json(name) else { throw mistake(name, "is neither true nor false") }
    return flag
  }

  package mutating func whole(_ name: String, _ range: ClosedRange<Int>) throws(StoreError) -> Int {
    guard case .number(let number) = try json(name), let whole = Int(exactly: number), range.contains(whole) else {
      throw mistake(name, "is not a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return whole
  }

  package mutating func digest(_ name: String) throws(StoreError) -> Digest {
    try digest(json(name), name)
  }

  package mutating func list<T>(
    _ name: String, atMost limit: Int, _ item: (Fields, CanonicalJSON) throws(StoreError) -> T
  ) throws(StoreError) -> [T] {
    guard case .array(let items) = try json(name) else { throw mistake(name, "is not a list") }
    try check(items.count, name, atMost: limit)
    var values: [T] = []
    for json in items { values.append(try item(self, json)) }
    return values
  }

  package mutating func digests(_ name: String, atMost limit: Int) throws(StoreError) -> [Digest] {
    let digests = try list(name, atMost: limit) { (fields, json) throws(StoreError) in try fields.digest(json, name) }
    guard Set(digests).count == digests.count else { throw mistake(name, "names one thing twice") }
    return digests
  }

  /// An object whose members' names are free.
  mutating func dictionary<T>(
    _ name: String, atMost limit: Int, _ value: (Fields, CanonicalJSON, String) throws(StoreError) -> T
  ) throws(StoreError) -> [String: T] {
    guard case .object(let members) = try json(name) else { throw mistake(name, "is not an object") }
    try check(members.count, name, atMost: limit)
    var values: [String: T] = [:]
    for (key, json) in members.sorted(by: { $0.key < $1.key }) {
      let key = try text(.string(key), "\(name): a name", TextRule(atMost: 1000))
      values[key] = try value(self, json, "\(name): \(key)")
    }
    return values
  }

  package func text(_ json: CanonicalJSON, _ name: String, _ rule: TextRule) throws(StoreError) -> String {
    guard case .string(let text) = json else { throw mistake(name, "is not a text") }
    if let problem = rule.problem(with: text) { throw mistake(name, problem, wanted: rule.wanted) }
    return text
  }

  func digest(_ json: CanonicalJSON, _ name: String) throws(StoreError) -> Digest {
    guard case .string(let text) = json, text.hasPrefix("sha256:"), let digest = Digest(hexadecimal: text.dropFirst(7))
    else { throw mistake(name, "is no digest", wanted: "\"sha256:\" and 64 digits") }
    return digest
  }

  private func check(_ count: Int, _ name: String, atMost limit: Int) throws(StoreError) {
    guard count <= limit else {
      throw StoreError(.tooLarge, "\(place): \(name)", "has \(count) entries", wanted: "at most \(limit)")
    }
  }
}

extension Fields {
  package mutating func publicKey(_ name: String) throws(StoreError) -> PublicKey {
    try publicKey(json(name), name)
  }

  package func publicKey(_ json: CanonicalJSON, _ name: String) throws(StoreError) -> PublicKey {
    guard let key = PublicKey(text: try text(json, name, TextRule(atMost: 100))) else {
      throw mistake(name, "is no public key", wanted: "\"ed25519:\" and 32 bytes in base64")
    }
    return key
  }

  package mutating func signature(_ name: String) throws(StoreError) -> Signature {
    guard let signature = Signature(text: try text(name, TextRule(atMost: 100))) else {
      throw mistake(name, "is no signature", wanted: "64 bytes in base64")
    }
    return signature
  }
}
