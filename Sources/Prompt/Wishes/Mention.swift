/// A noun of the prompt with all that is said of it.
struct Mention {
  enum Noun {
    case thing(ThingWord)
    case figure(FigureWord)
    case pronoun(Sense.Pronoun)
    case water
  }

  var noun: Noun
  /// As it is written.
  var text = ""
  var offset = 0
  var isDefinite = false
  var isAnother = false
  var isPlural = false
  var count: Int?
  var colors: [String] = []
  var material: String?
  var qualities: [QualityWord] = []
  var formation: FormationWord?

  /// Who is meant depends on who acts.
  var isMutual: Bool {
    if case .pronoun(.eachOther) = noun { true } else { false }
  }
}

/// Somebody or something, what it does, to what, where to.
struct Clause {
  var subjects: [Mention] = []
  var verb: VerbWord?
  var offset = 0
  var text = ""
  var objects: [Mention] = []
  var phrases: [Phrase] = []
  /// "is hit by": the object comes first.
  var isPassive = false
  var outcome: OutcomeWord?
  var quote: String?
  var moment: (seconds: Double, kind: Lexeme.Moment)?
  var pace = 1.0
  /// How it hangs together with the one before.
  var joint = Sense.Joint.then
  /// Which shot of a storyboard it belongs to.
  var shot = 0

  /// "Each other": what one does to the next.
  var isMutual: Bool { (objects + phrases.flatMap(\.mentions)).contains(where: \.isMutual) }

  /// A preposition with its nouns; none after "away".
  struct Phrase {
    var relation: Relation
    var mentions: [Mention] = []
    var isBeforeVerb = false
  }

  var isEmpty: Bool {
    subjects.isEmpty && verb == nil && objects.isEmpty && phrases.isEmpty && quote == nil && outcome == nil
  }
}

/// What is said of the whole: where, when, how it looks, and the camera.
struct Setting {
  var place: PlaceWord?
  var time: String?
  var weathers: [String] = []
  var look: String?
  var shots: [ShotWish] = []
  /// When the shots of a storyboard begin, in order; one if there is none.
  var starts: [Double?] = [0]

  struct ShotWish {
    var name: String
    var of: [Mention] = []
    /// The same as roles, once they are known.
    var roles: [Int] = []
    var moment: Double?
    var shot: Int
  }
}
