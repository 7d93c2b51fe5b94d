import Graph

/// One object of a backends file.
struct BackendsEntry {
  /// As errors call it: `voice "bob"`.
  let title: String
  /// What the file calls it.
  let name: String
  private let members: [String: CanonicalJSON]

  init(_ title: String, name: String = "", _ json: CanonicalJSON) throws(RepriseError) {
    guard case .object(let members) = json else { throw Self.mistake("\(title) is no object, { … }") }
    (self.title, self.name, self.members) = (title, name, members)
  }

  subscript(_ member: String) -> CanonicalJSON? { members[member] }

  /// The objects that stand under a name; none if it is left out.
  func entries(_ member: String, each kind: String) throws(RepriseError) -> [String: BackendsEntry] {
    guard let json = members[member] else { return [:] }
    guard case .object(let items) = json else { throw mistake("\(member) is no object, { … }") }
    var entries: [String: BackendsEntry] = [:]
    for (name, json) in items { entries[name] = try BackendsEntry("\(kind) \"\(name)\"", name: name, json) }
    return entries
  }

  func entry(_ member: String) throws(RepriseError) -> BackendsEntry? {
    guard let json = members[member] else { return nil }
    return try BackendsEntry("\(title): \(member)", name: member, json)
  }

  func text(_ member: String) throws(RepriseError) -> String? {
    guard let json = members[member] else { return nil }
    guard case .string(let text) = json else { throw mistake("\(member) is no text") }
    return text
  }

  func flag(_ member: String) throws(RepriseError) -> Bool? {
    guard let json = members[member] else { return nil }
    guard case .boolean(let flag) = json else { throw mistake("\(member) is neither true nor false") }
    return flag
  }

  func texts(_ member: String) throws(RepriseError) -> [String]? {
    guard let json = members[member] else { return nil }
    guard case .array(let items) = json else { throw mistake("\(member) is no list") }
    return try items.map { item throws(RepriseError) in
      guard case .string(let text) = item else { throw mistake("\(member) has something but texts") }
      return text
    }
  }

  func wholeNumbers(_ member: String) throws(RepriseError) -> [Int]? {
    guard let json = members[member] else { return nil }
    guard case .array(let items) = json else { throw mistake("\(member) is no list") }
    return try items.map { item throws(RepriseError) in
      guard case .number(let number) = item, let whole = Int(exactly: number) else {
        throw mistake("\(member) has something but whole numbers")
      }
      return whole
    }
  }

  /// Where a key lies: `"key": "VARIABLE"`, or `"key_file": "/a/path"`.
  func key() throws(RepriseError) -> KeySource? {
    switch (try text("key"), try text("key_file")) {
    case (_?, _?): throw mistake("it has a key and a key_file", remedy: "leave one out")
    case (let variable?, nil): .environment(variable)
    case (nil, let path?): .file(path)
    case (nil, nil): nil
    }
  }

  /// - Throws: if there is something but these.
  func check(_ known: [String]) throws(RepriseError) {
    guard let stray = members.keys.sorted().first(where: { !known.contains($0) }) else { return }
    throw mistake("it has \"\(stray)\"", remedy: "it may have \(known.joined(separator: ", "))")
  }

  func mistake(_ came: String, remedy: String? = nil) -> RepriseError {
    Self.mistake("\(title): \(came)", remedy: remedy)
  }

  private static func mistake(_ came: String, remedy: String? = nil) -> RepriseError {
    RepriseError(.usage, code: "backends", came: came, remedy: remedy)
  }
}
