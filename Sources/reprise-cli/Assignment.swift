import ArgumentParser

/// A param set on the command line: `name=value`.
struct Assignment {
  let name: String
  let value: String

  /// Everything after the first `=` is the value; it may be empty.
  init(text: String) throws {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw ValidationError("wanted name=value, such as --set line=\"Hello\"")
    }
    name = String(text[..<equals])
    value = String(text[text.index(after: equals)...])
  }
}
