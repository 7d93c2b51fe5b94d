internal import Graph

/// Takes the members out of a JSON object one after the other, and complains about what is missing, wrong or left over.
struct Members {
  private let place: String
  private var members: [String: CanonicalJSON]

  /// - Parameter place: What the object is, for errors.
  init(_ json: CanonicalJSON, of place: String) throws(TakeError) {
    guard case .object(let members) = json else { throw TakeError(.malformed, place, "is no object") }
    (self.place, self.members) = (place, members)
  }

  /// What is left over is a mistake.
  func end() throws(TakeError) {
    guard let name = members.keys.min() else { return }
    throw mistake(name.shown(atMost: 60), "is no field that we know; use a newer Reprise")
  }

  func has(_ name: String) -> Bool { members[name] != nil }

  mutating func json(_ name: String) throws(TakeError) -> CanonicalJSON {
    guard let json = members.removeValue(forKey: name) else { throw mistake(name, "is missing") }
    return json
  }

  private func mistake(_ name: String, _ came: String) -> TakeError {
    TakeError(.malformed, "\(place): \(name)", came)
  }

  /// What a text says in a form of its own.
  private mutating func reading<T>(_ name: String, _ read: (String) -> T?) throws(TakeError) -> T {
    let text = try text(name)
    guard let value = read(text) else { throw mistake(name, "is \(text.shown(atMost: 80))") }
    return value
  }
}

extension Members {
  mutating func text(_ name: String) throws(TakeError) -> String {
    guard case .string(let text) = try json(name) else { throw mistake(name, "is not a text") }
    return text
  }

  mutating func textIfAny(_ name: String) throws(TakeError) -> String? { has(name) ? try text(name) : nil }

  mutating func whole(_ name: String, _ range: ClosedRange<Int>) throws(TakeError) -> Int {
    guard case .number(let number) = try json(name), let whole = Int(exactly: number), range.contains(whole) else {
      throw mistake(name, "is no whole number within its range")
    }
    return whole
  }

  mutating func array(_ name: String) throws(TakeError) -> [CanonicalJSON] {
    guard case .array(let items) = try json(name) else { throw mistake(name, "is no list") }
    return items
  }

  mutating func object(_ name: String) throws(TakeError) -> [String: CanonicalJSON] {
    guard case .object(let members) = try json(name) else { throw mistake(name, "is no object") }
    return members
  }

  mutating func texts(_ name: String) throws(TakeError) -> [String: String] {
    var texts: [String: String] = [:]
    for (key, value) in try object(name) {
      guard case .string(let text) = value else { throw mistake(name, "holds what is not a text") }
      texts[key] = text
    }
    return texts
  }
}

extension Members {
  mutating func word<W: RawRepresentable<String>>(_ name: String) throws(TakeError) -> W {
    try reading(name) { W(rawValue: $0) }
  }

  mutating func money(_ name: String) throws(TakeError) -> Money { try reading(name) { Money($0) } }
  mutating func moment(_ name: String) throws(TakeError) -> Moment { try reading(name) { Moment($0) } }
  mutating func ticket(_ name: String) throws(TakeError) -> Ticket.ID { try reading(name) { Ticket.ID($0) } }
  mutating func job(_ name: String) throws(TakeError) -> JobID { try reading(name) { JobID($0) } }

  mutating func digest(_ name: String) throws(TakeError) -> Digest {
    try reading(name) { $0.hasPrefix("sha256:") ? Digest(hexadecimal: $0.dropFirst(7)) : nil }
  }
}
