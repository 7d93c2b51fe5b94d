import Graph
import Prompt
import Recipe

/// Words that prompts and scenes may use beside the dictionary's. A value.
///
/// ```swift
/// try runtime.words.add("gizmo", ["shape": "box", "size": [0.3, 0.2, 0.3], "material": "brass", "also": "widget"])
/// try runtime.words.add("arena", ["is": "place", "like": "gym", "ground": "sand"])
/// ```
///
/// docs/world.md lists what a word may say. A scene that uses one is written with it, and a post pins it.
public struct Words: Hashable, Sendable {
  private(set) var table = SceneTable()

  /// No words.
  public init() {}

  /// Reads an object of JSON: `{ "gizmo": { "shape": "box", "material": "brass" } }`.
  ///
  /// - Throws: for the first mistake, with its place.
  public init(json: String) throws(RepriseError) {
    do {
      try self.init(CanonicalJSON(parsing: Array(json.utf8), atMost: 1 << 20))
    } catch {
      throw RepriseError(word: error)
    }
  }

  /// - Parameter json: Nil for none.
  init(_ json: CanonicalJSON?) throws(SceneError) {
    guard let json else { return }
    guard case .object(let members) = json else { throw SceneError("words", "they are no object, { … }") }
    table = try SceneTable(members, at: "words")
    _ = try vocabulary
  }

  /// Adds a word, or takes one's place.
  ///
  /// - Throws: where it is no word, or not like anything that there is. What was there before stays.
  public mutating func add(_ name: String, _ meaning: Meaning) throws(RepriseError) {
    var copy = self
    copy.table[name] = meaning.value
    do {
      _ = try copy.vocabulary
    } catch {
      throw RepriseError(word: error)
    }
    self = copy
  }

  /// Takes over another's, which go before those of the same name.
  mutating func merge(_ other: Words) {
    for field in other.table.fields { table[field.key] = field.value }
  }

  /// The dictionary with these words.
  var vocabulary: Vocabulary {
    get throws(SceneError) { table.fields.isEmpty ? .builtin : try Vocabulary.builtin.adding(table) }
  }

  /// What a word may say, as literals.
  public struct Meaning: Hashable, Sendable {
    fileprivate let value: SceneValue
  }
}

extension Words.Meaning: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
  public init(dictionaryLiteral elements: (String, Words.Meaning)...) {
    value = .table(SceneTable(fields: elements.map { SceneTable.Field($0.0, $0.1.value) }))
  }

  public init(arrayLiteral elements: Words.Meaning...) { value = .table(SceneTable(elements.map(\.value))) }
}

extension Words.Meaning: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  public init(stringLiteral text: String) { value = .text(text) }
  public init(floatLiteral number: Double) { value = .number(number) }
  public init(integerLiteral number: Int) { value = .number(Double(number)) }
  public init(booleanLiteral flag: Bool) { value = .flag(flag) }
}

extension RepriseError {
  init(word error: any Error) {
    switch error {
    case let error as SceneError:
      let place = error.path.isEmpty ? "" : "\(error.path): "
      self.init(.usage, code: "word", came: place + error.came, wanted: error.wanted, remedy: error.remedy)
    case let error as CanonicalJSON.Mistake:
      self.init(.usage, code: "word", came: "words: byte \(error.offset): \(error.problem)")
    default: self.init(error)
    }
  }
}

extension Words {
  /// What a post calls them that pins them, what it keeps, and its digest.
  var pin: (name: String, bytes: [UInt8], digest: Digest) {
    let bytes = Array(table.json.text.utf8)
    let digest = Digest(of: bytes)
    return (Self.pinned + "\(digest)", bytes, digest)
  }

  /// What the names of all such pins begin with.
  static let pinned = "words/"
}
