/// How a person names a post: `name@digits`, or digits.
struct PostReference: Hashable {
  let name: String?
  /// The first digits of the id, in lower case.
  let digits: String

  init(_ text: String) throws(StoreError) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    name = parts.count == 2 ? String(parts[0]) : nil
    digits = parts[parts.count - 1].lowercased()
    guard 6...64 ~= digits.utf8.count, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw StoreError(
        .malformed, TextRule.shown(text), "names no post", wanted: "name@9f2c41d8, or at least six digits of its id",
        remedy: "see the posts there are with `reprise lineage`")
    }
  }
}
