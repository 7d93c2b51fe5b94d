/// The forms of English words by their spelling.
enum Inflection {
  private static let irregular = [
    "man": "men", "woman": "women", "child": "children", "person": "people", "die": "dice", "shelf": "shelves",
    "leaf": "leaves", "goose": "geese", "cactus": "cacti", "bus": "buses", "somebody": "people", "yarn": "yarns",
  ]

  /// `box` → `boxes`, `bowling pin` → `bowling pins`, `ball of wool` → `balls of wool`.
  static func plural(_ noun: String) -> String {
    var words = noun.split(separator: " ").map(String.init)
    let head = (words.firstIndex(of: "of") ?? words.count) - 1
    guard words.indices.contains(head) else { return noun }
    words[head] = irregular[words[head]] ?? withS(words[head])
    return words.joined(separator: " ")
  }

  /// `carry` → `carries`, `carried`; `drop` → `drops`, `dropped`.
  static func presentAndPast(of verb: String) -> [String] {
    let past: String
    if verb.hasSuffix("e") {
      past = verb + "d"
    } else if endsInConsonantAndY(verb) {
      past = verb.dropLast() + "ied"
    } else {
      past = doubled(verb) + "ed"
    }
    return [withS(verb), past]
  }

  /// `roll` → `rolling`, `slide` → `sliding`, `sit` → `sitting`, `lie` → `lying`.
  static func participle(of verb: String) -> String {
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee") { return verb.dropLast() + "ing" }
    return doubled(verb) + "ing"
  }

  private static func withS(_ word: String) -> String {
    if endsInConsonantAndY(word) { return word.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh", "go", "to", "no"].contains { word.hasSuffix($0) }
    return word + (hisses && !word.hasSuffix("piano") ? "es" : "s")
  }

  private static func endsInConsonantAndY(_ word: String) -> Bool {
    let end = Array(word.suffix(2))
    return end.count == 2 && end[1] == "y" && !isVowel(end[0])
  }

  /// A short word that ends in consonant, vowel, consonant says its last letter twice.
  private static func doubled(_ verb: String) -> String {
    let end = Array(verb.suffix(3))
    guard end.count == 3, verb.count <= 4, !isVowel(end[2]), !"wxy".contains(end[2]), isVowel(end[1]), !isVowel(end[0])
    else { return verb }
    return verb + String(end[2])
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
}
