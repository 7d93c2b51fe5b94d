import Claims
import Prompt

/// Prompts that chance makes of the vocabulary's words.
enum Prompts {
  private static let vocabulary = Vocabulary.builtin
  private static let groups = vocabulary.words.map { $0.words.flatMap { $0 } }
  private static let things = vocabulary.things.flatMap(\.names)
  private static let figures = vocabulary.figures.flatMap(\.names)
  private static let verbs = vocabulary.verbs.flatMap(\.names)
  private static let relations = vocabulary.relations.flatMap(\.names)
  private static let links = [
    "and", "then", "while", ",", ".", "after two seconds", "at 3 s", "Shot 2:", ". 2-4 s:", "\"Well.\"", "it", "they",
    "who",
  ]

  /// Something like a sentence.
  static func sentence(_ draws: inout Draws) -> String {
    let clauses = draws.list(1...4) { draws in
      let subject = noun(&draws)
      let verb = draws.one(of: verbs) + "s"
      let rest = draws.flag() ? " \(draws.one(of: relations)) \(noun(&draws))" : ""
      let object = draws.flag() ? " \(noun(&draws))" : ""
      return "\(subject) \(verb)\(object)\(rest)"
    }
    return clauses.joined(separator: " \(draws.one(of: links)) ") + " " + draws.one(of: groups[draws.int(10...14)])
  }

  private static func noun(_ draws: inout Draws) -> String {
    let article = draws.one(of: [
      "a", "the", "two", "three red", "a tower of five", "a huge wooden", "twelve", "a row of",
    ])
    return "\(article) \(draws.one(of: draws.flag() ? things : figures))"
  }

  /// Words in no order.
  static func salad(_ draws: inout Draws) -> String {
    draws.list(1...40) { draws in
      switch draws.int(0...9) {
      case 0: draws.one(of: links)
      case 1: String(draws.int(0...100_000))
      case 2: draws.one(of: ["🎈", "\0", "ß", "日本", "–", "\n", "%s", "{", "\"", "0-3 s:", "1.", "'", "\u{202e}"])
      default: draws.one(of: groups[draws.int(0...groups.count - 1)])
      }
    }.joined(separator: " ")
  }
}
