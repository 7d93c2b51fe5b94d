internal import Graph
internal import Store

/// What a cameo is not for.
package struct Exclusions: Hashable, Sendable {
  /// Words, or several in a row, that may neither be said nor stand in a prompt. Case does not matter.
  package var words: Set<String>
  /// What a host calls kinds of content: lower-case letters, digits and dashes, such as `violence`.
  package var categories: Set<String>

  package init(words: Set<String> = [], categories: Set<String> = []) {
    (self.words, self.categories) = (words, categories)
  }

  static let mostWords = 1000
  static let mostCategories = 100

  var json: CanonicalJSON {
    .object(["words": .texts(words), "categories": .texts(categories)])
  }

  init(_ json: CanonicalJSON) throws(StoreError) {
    var fields = try Fields(json, of: "grant: excluded")
    words = try fields.texts("words", TextRule(atMost: 100), atMost: Exclusions.mostWords)
    categories = try fields.texts("categories", TextRule(atMost: 64, .slug), atMost: Exclusions.mostCategories)
    try fields.end()
    for word in words where Wording([word]).isEmpty {
      throw fields.mistake("words", "has \"\(TextRule.shown(word))\", in which there is no letter and no digit")
    }
  }
}

extension CanonicalJSON {
  /// In an order that is the same everywhere: that of their bytes.
  fileprivate static func texts(_ texts: Set<String>) -> CanonicalJSON {
    .array(texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(CanonicalJSON.string))
  }
}
