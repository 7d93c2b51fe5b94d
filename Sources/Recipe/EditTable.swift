/// Changes by path, as one remix states them, and what each of them has found.
///
/// A key finds what lies at its path, or at a path that ends with it; one that begins with `/` is the whole path. It may
/// find one thing, and a thing may be found by one key.
final class EditTable<Change> {
  struct Entry {
    let key: String
    let change: Change
    /// From the inside out: `old/card` is card, old.
    let steps: [Substring]
    /// The full paths of what it has found so far.
    var found: [String] = []
  }

  /// What is changed, as messages say it: `param` or `part`.
  let noun: String
  /// What a mistake in a key is.
  let code: RecipeError.Code
  /// In the order of their keys.
  private(set) var entries: [Entry]
  private let places: [Substring: [Int]]

  init(_ changes: [String: Change], of noun: String, code: RecipeError.Code) {
    let entries = changes.sorted { $0.key < $1.key }.map { Entry($0.key, $0.value) }
    places = Dictionary(grouping: entries.indices) { entries[$0].steps.first ?? "" }
    (self.entries, self.noun, self.code) = (entries, noun, code)
  }

  /// The change to what lies at a path, which is given from the inside out.
  func change(at path: some BidirectionalCollection<String>) throws(RecipeError) -> Change? {
    guard let candidates = path.first.flatMap({ places[$0[...]] }) else { return nil }
    let matches = candidates.filter { entries[$0].finds(path) }
    guard let match = matches.first else { return nil }
    let text = path.reversed().joined(separator: "/")
    for match in matches where !entries[match].found.contains(text) { entries[match].found.append(text) }
    guard matches.count == 1 else {
      let keys = matches.map { "\"\(entries[$0].key)\"" }.joined(separator: " and ")
      throw RecipeError(code, "\(keys) name the same \(noun), \(text)", remedy: "keep one of them")
    }
    try checkIsOne(entries[match])
    return entries[match].change
  }

  /// Refuses a key that found nothing of what there is, or more than one thing.
  ///
  /// - Parameter owner: What was searched, as messages say it.
  func check(in owner: String, among known: @autoclosure () -> [String]) throws(RecipeError) {
    for entry in entries {
      try checkIsOne(entry)
      guard entry.found.isEmpty else { continue }
      let names = known()
      let list = names.isEmpty ? "none" : names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
      throw RecipeError(
        code, "\(owner) has no \(noun) \"\(entry.key)\"; it has \(list)",
        remedy: Suggestion.remedy(for: entry.key, among: names + names.map(\.lastStep)))
    }
  }

  private func checkIsOne(_ entry: Entry) throws(RecipeError) {
    guard entry.found.count > 1 else { return }
    throw RecipeError(
      code, "\"\(entry.key)\" names two \(noun)s: \(entry.found[0]) and \(entry.found[1])",
      remedy: "write the whole path, such as \"/\(entry.found[0])\"")
  }
}

extension EditTable.Entry {
  fileprivate init(_ key: String, _ change: Change) {
    (self.key, self.change, steps) = (key, change, key.split(separator: "/").reversed())
  }

  fileprivate func finds(_ path: some Collection<String>) -> Bool {
    guard !steps.isEmpty, steps.count <= path.count, steps.count == path.count || !key.hasPrefix("/") else {
      return false
    }
    return zip(steps, path).allSatisfy { $0 == $1 }
  }
}

extension String {
  /// Of a path, its name alone.
  fileprivate var lastStep: String { String(split(separator: "/").last ?? "") }
}
