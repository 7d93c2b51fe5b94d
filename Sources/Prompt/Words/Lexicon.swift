internal import Graph
internal import Media

/// What a phrase of a prompt may mean. Some phrases mean several things: a glass, and made of glass.
enum Sense {
  case thing(ThingWord, isPlural: Bool)
  case figure(FigureWord, isPlural: Bool)
  case material(String)
  case color(String)
  case colorful
  case quality(QualityWord)
  case number(Double)
  case formation(FormationWord)
  case verb(VerbWord, Form)
  case relation(Relation)
  case outcome(OutcomeWord)
  case place(PlaceWord)
  case time(String)
  case weather(String)
  case shot(String)
  case look(String)
  case pronoun(Pronoun)
  case article(isDefinite: Bool)
  case another
  case joint(Joint)
  case pace(Double)
  /// What a scene cannot say, and why.
  case never(String)
  case filler

  enum Form { case base, participle }
  enum Pronoun: String { case he, she, it, they, part, pile, other, eachOther, first, last, rest }
  /// What joins clauses: `and` goes on, `then` comes after, `while` goes along, `who` says more of the last noun.
  enum Joint { case and, then, together, who }
}

/// Every phrase of a vocabulary with its senses; phrases are in lower case, with single spaces.
struct Lexicon: Sendable {
  static let longestPhrase = 4
  private var senses: [String: [Sense]] = [:]

  init() {}

  init(_ vocabulary: Vocabulary) {
    addGrammar()
    for word in vocabulary.things { addNoun(word.names, word.plural) { .thing(word, isPlural: $0) } }
    for word in vocabulary.figures { addNoun(word.names, word.plural) { .figure(word, isPlural: $0) } }
    for word in vocabulary.materials { add(word.names, .material(word.names[0])) }
    for name in Color.names.keys.sorted() { add([name], .color(name)) }
    for word in vocabulary.colors { add(word.names, .color(word.names[0])) }
    for word in vocabulary.qualities { add(word.names, .quality(word)) }
    for word in vocabulary.numbers { add(word.names, .number(word.value)) }
    for word in vocabulary.formations { addFormation(word) }
    for word in vocabulary.relations { add(word.names, .relation(word.relation)) }
    for word in vocabulary.verbs { addVerb(word) }
    for word in vocabulary.outcomes { add(word.names, .outcome(word)) }
    for word in vocabulary.places { add(word.names, .place(word)) }
    for word in vocabulary.times { add(word.names, .time(word.name)) }
    for word in vocabulary.weathers { add(word.names, .weather(word.name)) }
    // The table of a scene may say "behind" for a shot; in a prompt that is where something is.
    let plain: Set = ["behind", "above", "low", "side", "front", "close", "static"]
    for word in vocabulary.shots { add(word.names.filter { !plain.contains($0) }, .shot(word.name)) }
    for word in vocabulary.looks { add(word.names, .look(word.name)) }
  }

  /// All senses of a phrase, in the order in which kinds of words were added.
  subscript(phrase: String) -> [Sense] { senses[phrase] ?? [] }

  /// Every word by itself, for "did you mean".
  var phrases: [String] { senses.keys.sorted() }

  private mutating func add(_ names: [String], _ sense: Sense) {
    for name in names { senses[name.lowercased(), default: []].insert(sense, at: 0) }
  }

  private mutating func addNoun(_ names: [String], _ plural: String?, _ sense: (Bool) -> Sense) {
    add(names, sense(false))
    let plurals = [plural ?? Inflection.plural(names[0])] + names.dropFirst().map(Inflection.plural)
    for plural in plurals where !names.contains(plural) { add([plural], sense(true)) }
  }

  private mutating func addFormation(_ word: FormationWord) {
    add(word.names, .formation(word))
    add(word.names.map { Inflection.plural(String($0.split(separator: " ")[0])) + " of" }, .formation(word))
  }

  private mutating func addVerb(_ word: VerbWord) {
    add(word.names + word.irregular.filter { !$0.contains("ing") }, .verb(word, .base))
    add(word.irregular.filter { $0.contains("ing") }, .verb(word, .participle))
    for name in word.names where !name.contains(" ") {
      add(Inflection.presentAndPast(of: name).filter { !word.names.contains($0) }, .verb(word, .base))
      add([Inflection.participle(of: name)], .verb(word, .participle))
    }
  }

  private mutating func addGrammar() {
    add(["he", "him", "himself"], .pronoun(.he))
    add(["she", "her", "herself"], .pronoun(.she))
    add(["it", "itself", "this", "that one"], .pronoun(.it))
    add(["stack", "pile", "heap", "row"], .pronoun(.pile))
    add(["the other", "the other one"], .pronoun(.other))
    add(["each other", "one another"], .pronoun(.eachOther))
    add(["one of them", "the first one", "the first of them"], .pronoun(.first))
    add(["the last one", "the last of them"], .pronoun(.last))
    add(["the others", "the rest"], .pronoun(.rest))
    add(
      ["backboard", "rim", "other end", "the other end", "the other side", "far end", "one end", "other side"],
      .pronoun(.part))
    add(["they", "them", "themselves", "everything", "all of them", "everyone", "everybody"], .pronoun(.they))
    add(
      ["the", "this", "his", "its", "their", "my", "each", "every", "all", "these", "those"], .article(isDefinite: true)
    )
    add(["a", "an"], .article(isDefinite: false))
    add(["another", "another one", "a second", "a third"], .another)
    add(["and", "plus", "&", "or"], .joint(.and))
    add(
      ["then", "and then", "afterwards", "finally", "next", "after that", "so", "until", "before it", "later"],
      .joint(.then))
    add(["while", "as", "meanwhile", "at the same time", "when", "together"], .joint(.together))
    add(["which", "who", "that", "where"], .joint(.who))
    add(["colorful", "colourful", "coloured", "colored", "multicolored", "multicoloured", "rainbow"], .colorful)
    add(["slowly", "gently", "softly", "lightly", "slow", "lazily", "carefully"], .pace(0.5))
    add(["fast", "quickly", "hard", "rapidly", "swiftly", "quick", "suddenly", "forcefully"], .pace(1.8))
    add(["in slow motion", "slow motion"], .never("a film's pace is said behind it: world { … }:speed(0.4)"))
    add(["barks", "barking", "meows", "meowing", "neighs", "quacks", "roars"], .never("animals have no voices"))
    add(Self.fillers.split(separator: " ").map(String.init), .filler)
    add(
      [
        "of course", "a bit", "a little", "at first", "off the ground", "kind of", "for a while", "to rest", "in a row",
        "in a line", "one after another", "one by one", "one end of", "the end of", "the other end of", "the top of",
        "the edge of", "the middle of", "the back of", "the side of",
      ], .filler)
  }

  private static let fillers = """
    is are was were be been being will would can could does do did of very quite really just still also too only again back \
    there here now one ones some any both other others until gets get got starts begins start begin trying tries \
    scene video shot clip picture camera view shows showing see seen with like for but so its style slight slightly \
    forward forwards backward backwards right left straight side ground floor air end top bottom edge middle center \
    once twice time times day weather sky sun light look beautiful nice old new young happy sad cute lonely please \
    make create show me us i you we way off's first second last third s no not by having made \
    lane net handle after before because since during both until its
    """
}
