internal import World

/// Takes sentences apart into clauses: subject, verb, object, and phrases with prepositions.
///
/// English is read from left to right, once. A noun before a verb is its subject; one after it its object; one after a preposition
/// belongs to that. A verb without a subject of its own goes on with the last one.
struct Grammar {
  let lexemes: [Lexeme]
  var index = 0
  var clause = Clause()
  var relation: Relation?
  var joint: Sense.Joint?
  var lastSubjects: [Mention] = []
  /// The next noun is what the last camera word shows.
  var isShotOpen = false
  private var hasShots = false
  private(set) var clauses: [Clause] = []
  var setting = Setting()
  var understood: [Understanding.Remark] = []
  private(set) var unknown: [Lexeme] = []
  /// What is known, and cannot be said in a scene.
  private(set) var refused: [Understanding.Remark] = []

  init(_ lexemes: [Lexeme]) {
    self.lexemes = lexemes
    while index < lexemes.count { next() }
    flush()
  }

  private mutating func next() {
    let lexeme = lexemes[index]
    switch lexeme.kind {
    case .stop:
      flush()
      (relation, joint, isShotOpen) = (nil, nil, false)
      clause.joint = .then
      index += 1
    case .comma:
      joint = joint ?? .and
      index += 1
    case .quote(let text): quote(text)
    case .moment(let seconds, let kind): moment(seconds, kind)
    case .shot(let start): shot(start)
    case .unknown:
      unknown.append(lexeme)
      index += 1
    case .count, .phrase: phrase(lexeme)
    }
  }

  private mutating func phrase(_ lexeme: Lexeme) {
    if isVerbNext(lexeme), let verb = lexeme.verb { return take(verb.word, verb.form, lexeme) }
    if takeSetting(lexeme) { return }
    if let mention = mention() { return add(mention) }
    if let verb = lexeme.verb { return take(verb.word, verb.form, lexeme) }
    index += 1
    for sense in lexeme.senses {
      switch sense {
      case .joint(let word): return join(word)
      case .relation(let word):
        relation = word
        if [.up, .down, .away].contains(word) {
          clause.phrases.append(.init(relation: word, isBeforeVerb: clause.verb == nil))
        }
        return
      case .outcome(let word):
        if !isAimed, let verb = word.verb { return take(verb, lexeme) }
        return take(word, lexeme)
      case .pace(let factor):
        clause.pace = factor
        return
      case .never(let reason): return refused.append(.init(words: lexeme.text, offset: lexeme.offset, meaning: reason))
      case .filler, .article, .another, .number, .quality, .color, .colorful, .material: return
      default: continue
      }
    }
  }

  /// A word that is a noun too is a verb where a subject waits for one.
  private func isVerbNext(_ lexeme: Lexeme) -> Bool {
    guard lexeme.verb != nil, relation == nil || relation == .to, !isShotOpen || clause.verb == nil else {
      return false
    }
    // A noun would have its article: "falls and floats".
    return (!clause.subjects.isEmpty && clause.verb == nil) || (joint != nil && (!lexeme.isNoun || clause.verb != nil))
  }

  mutating func note(_ lexeme: Lexeme, _ meaning: String) {
    understood.append(.init(words: lexeme.text, offset: lexeme.offset, meaning: meaning))
  }
}

// MARK: - Verbs and what joins them

extension Grammar {
  private mutating func take(_ verb: VerbWord, _ form: Sense.Form, _ lexeme: Lexeme) {
    index += 1
    // "is", "has" and their like give way to the verb that follows: "is rolling".
    let isPassive = index < lexemes.count && lexemes[index].text == "by" && clause.verb?.doing == .lie
    let isAuxiliary = clause.verb?.doing == .lie && clause.objects.isEmpty && (form == .participle || isPassive)
    if clause.verb != nil, !isAuxiliary { begin(form, verb) }
    if isPassive, isAuxiliary {
      clause.isPassive = true
      index += 1
    }
    (clause.verb, clause.offset, clause.text) = (verb, lexeme.offset, lexeme.text)
    if clause.subjects.isEmpty { clause.subjects = lastSubjects }
    (relation, joint) = (Self.tails.first { lexeme.text.hasSuffix($0.word) }?.relation, nil)
    isShotOpen = false
    note(lexeme, verb.doing == .impossible ? "cannot be" : verb.doing.rawValue)
    for case .outcome(let word) in lexeme.senses { clause.outcome = word }
  }

  /// The prepositions that some verbs of two words end with.
  private static let tails: [(word: String, relation: Relation)] = [
    (" off", .off), (" into", .into), (" through", .through), ("fall over", .over), ("falls over", .over),
    ("falling over", .over),
  ]

  /// The next clause: with the last noun as its subject for "a ball rolling …" and "who", else with the same subject.
  private mutating func begin(_ form: Sense.Form, _ verb: VerbWord) {
    let last = clause.phrases.last?.mentions.last ?? clause.objects.last
    let isOfLast = joint == .who || (form == .participle && joint == nil && !clause.objects.isEmpty)
    let word: Sense.Joint = joint == .who ? .together : joint ?? (form == .participle ? .together : .and)
    let subjects = isOfLast ? last.map { [$0] } ?? clause.subjects : clause.subjects
    flush()
    clause.subjects = subjects.map { mention in
      var mention = mention
      mention.isDefinite = true
      mention.isAnother = false
      return mention
    }
    clause.joint = word
  }

  private mutating func join(_ word: Sense.Joint) {
    if word == .then || word == .together, !clause.isEmpty {
      flush()
      clause.joint = word
    }
    relation = nil
    // "and then", "and while"
    if word != .and || joint == nil { joint = word }
  }

  /// Whether something was thrown or kicked that may fly over what it was aimed at.
  private var isAimed: Bool {
    let aimed: [Doing] = [.throw, .kick]
    return (clauses + [clause]).contains { $0.verb.map { aimed.contains($0.doing) } ?? false }
  }

  /// "Flies over" without a throw: a verb, and where to.
  private mutating func take(_ verb: Doing, _ lexeme: Lexeme) {
    take(VerbWord(verb.rawValue, verb), .base, lexeme)
    relation = .over
  }

  private mutating func take(_ word: OutcomeWord, _ lexeme: Lexeme) {
    if clause.verb == nil, var last = clauses.last, last.verb?.doing == .throw || last.verb?.doing == .kick {
      last.outcome = word
      clauses[clauses.count - 1] = last
    } else {
      clause.outcome = word
    }
    note(lexeme, "outcome: \(word.outcome.rawValue)")
  }

  private mutating func quote(_ text: String) {
    note(lexemes[index], "what is said")
    index += 1
    if clause.quote != nil { flush() }
    clause.quote = text
    if clause.subjects.isEmpty { clause.subjects = lastSubjects }
  }

  private mutating func moment(_ seconds: Double, _ kind: Lexeme.Moment) {
    note(lexemes[index], "a time")
    index += 1
    if clause.verb != nil, joint != nil, kind != .lasting { flush() }
    clause.moment = (seconds, kind)
    relation = nil
  }

  private mutating func shot(_ start: Double?) {
    flush()
    if !(clauses.isEmpty && setting.shots.isEmpty && setting.starts.count == 1 && !hasShots) {
      setting.starts.append(start)
    }
    hasShots = true
    note(lexemes[index], "a shot begins")
    index += 1
    clause.shot = setting.starts.count - 1
    (relation, joint) = (nil, nil)
  }

  mutating func flush() {
    defer {
      clause = Clause()
      clause.shot = setting.starts.count - 1
      relation = nil
    }
    guard !clause.isEmpty else { return }
    if !clause.subjects.isEmpty { lastSubjects = clause.subjects.map(\.again) }
    clauses.append(clause)
  }
}

extension Mention {
  /// The same one, when it is spoken of again.
  var again: Mention {
    var copy = self
    (copy.isDefinite, copy.isAnother) = (true, false)
    return copy
  }
}

extension Lexeme {
  var verb: (word: VerbWord, form: Sense.Form)? {
    for case .verb(let word, let form) in senses { return (word, form) }
    return nil
  }

  var isNoun: Bool {
    senses.contains { sense in
      switch sense {
      case .thing, .figure, .pronoun: true
      default: false
      }
    }
  }
}
