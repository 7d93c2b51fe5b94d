package import World

/// A person or an animal of the dictionary.
package struct FigureWord: Hashable, Sendable {
  package var names: [String]
  /// Of the first name, where it follows no rule.
  package var plural: String?
  package var kind: Figure.Kind
  /// In metres.
  package var height: Double
  /// Colours of the top, the bottom, the hair and the skin or fur; nil: as a figure has them.
  package var top: String?
  package var bottom: String?
  package var hair: String?
  package var skin: String?
  /// Which pronoun is theirs: `he`, `she`, `it`; nil: any.
  package var pronoun: String?

  package init(
    _ names: String, _ kind: Figure.Kind, _ height: Double, top: String? = nil, bottom: String? = nil,
    hair: String? = nil, skin: String? = nil, pronoun: String? = nil
  ) {
    self.names = names.split(separator: "|").map(String.init)
    (self.kind, self.height, self.pronoun) = (kind, height, pronoun)
    (self.top, self.bottom, self.hair, self.skin) = (top, bottom, hair, skin)
  }

  package var name: String { names.first ?? "person" }
}

extension FigureWord {
  static let builtin: [FigureWord] = [
    FigureWord("person|somebody|someone|human|figure|adult", .person, 1.72),
    FigureWord("man|guy|gentleman|father|dad|grandfather", .person, 1.78, top: "#34648c", pronoun: "he"),
    FigureWord("woman|lady|mother|mum|mom|grandmother", .person, 1.66, top: "#b5446e", hair: "#5a3a22", pronoun: "she"),
    FigureWord(
      "player|athlete|sportsman|basketball player|football player|soccer player|striker", .person,
      1.85,
      top: "#c0392b", bottom: "#f1f3f5"),
    FigureWord("goalkeeper|goalie|keeper", .person, 1.88, top: "#f08c00", bottom: "#212529"),
    FigureWord("boy|son|brother", .child, 1.25, top: "#2f9e44", bottom: "#364fc7", pronoun: "he"),
    FigureWord("girl|daughter|sister", .child, 1.2, top: "#f06595", bottom: "#5f3dc4", hair: "#6b3f1d", pronoun: "she"),
    FigureWord("child|kid|toddler|baby", .child, 1.1, top: "#fab005", bottom: "#1971c2"),
    FigureWord("dancer|ballerina", .person, 1.68, top: "#9c36b5", bottom: "#212529"),
    FigureWord("teacher|professor|scientist|doctor|nurse", .person, 1.74, top: "#f1f3f5", bottom: "#495057"),
    FigureWord("worker|builder|farmer|mechanic", .person, 1.77, top: "#f08c00", bottom: "#364fc7"),
    FigureWord("chef|cook|baker|waiter", .person, 1.75, top: "#ffffff", bottom: "#343a40"),
    FigureWord(
      "king|wizard|knight|pirate", .person, 1.8, top: "#6741d9", bottom: "#5c2a0e", hair: "#adb5bd", pronoun: "he"),
    FigureWord(
      "queen|princess|witch", .person, 1.7, top: "#c2255c", bottom: "#862e9c", hair: "#f2c14e", pronoun: "she"),
    FigureWord("astronaut|diver", .person, 1.85, top: "#f1f3f5", bottom: "#dee2e6"),
    FigureWord(
      "skater|runner|jogger|swimmer|cyclist|driver|tourist|singer|actor", .person, 1.75, top: "#0b7285",
      bottom: "#212529"),
    FigureWord(
      "robot|android|droid", .robot, 1.6, top: "#868e96", bottom: "#495057", hair: "#343a40", skin: "#adb5bd",
      pronoun: "it"),
    FigureWord("dog|puppy|hound", .dog, 0.62, skin: "#b07a45", pronoun: "it"),
    FigureWord("cat|kitten", .cat, 0.34, skin: "#6c6a68", pronoun: "it"),
    FigureWord("horse|pony|donkey", .horse, 1.9, skin: "#7a4a2b", pronoun: "it"),
    FigureWord(
      "bird|chicken|pigeon|sparrow|seagull|crow|penguin", .bird, 0.35, skin: "#4d7ea8", pronoun: "it"),
    FigureWord("duck|goose|swan", .bird, 0.5, skin: "#f4efe2", pronoun: "it"),
  ]
}
