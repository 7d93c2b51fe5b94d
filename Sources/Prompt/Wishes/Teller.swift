/// Turns clauses into roles and what they do.
struct Teller {
  let vocabulary: Vocabulary
  var setting: Setting
  var roles: [Role] = []
  var beats: [Beat] = []
  var assumed: [String] = []
  var leftOut: [Understanding.Remark] = []
  /// The roles of the last clause that had any, for "they".
  var lastGroup: [Int] = []
  /// In order of mention, the last at the end, for "it" and "she".
  var recent: [Int] = []
  var shot = 0
  /// The roles of a mention, by where it stands: it is looked up once.
  var resolved: [Int: [Int]] = [:]
  /// What the clause has named already, and "it" does not mean.
  var named: [Int] = []
  /// Things of which everybody in a group has one.
  var shared: Set<Int> = []
  /// Who acts: "each other" is somebody else.
  var actor: Int?

  /// So many things of one kind at most, and of all kinds together.
  static let most = 100
  static let mostOfAll = 300

  init(_ grammar: Grammar, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    setting = grammar.setting
    for clause in grammar.clauses.prefix(200) { tell(clause) }
    layTable()
    for index in setting.shots.indices {
      shot = max(setting.shots[index].shot, 1)
      setting.shots[index].roles = setting.shots[index].of.flatMap { resolve($0) }
    }
  }

  private mutating func tell(_ clause: Clause) {
    (shot, named) = (clause.shot, [])
    var clause = clause
    if clause.subjects.isEmpty, clause.verb?.doing == .lie || clause.verb == nil {
      swap(&clause.subjects, &clause.objects)
    }
    if clause.isPassive, !clause.objects.isEmpty { swap(&clause.subjects, &clause.objects) }
    let subjects = clause.subjects.flatMap { resolve($0) }
    if !subjects.isEmpty { (lastGroup, named) = (subjects, subjects) }
    if let quote = clause.quote { return say(quote, subjects, clause) }
    guard let verb = clause.verb else { return place(subjects, clause.phrases, clause) }
    guard verb.doing != .impossible else {
      _ = clause.objects.flatMap { resolve($0) }
      return leaveOut(clause, verb.reason ?? "it cannot be")
    }
    let described = clause.isPassive ? clause.objects.flatMap { resolve($0) } : subjects
    place(described, clause.phrases.filter(\.isBeforeVerb), clause)
    clause.phrases.removeAll(where: \.isBeforeVerb)
    attachNearest(&clause)
    if collide(subjects, verb, clause) { return }
    defer { actor = nil }
    for subject in subjects {
      actor = subject
      if roles[subject].isFigure { act(subject, verb, clause) } else { move(subject, verb, clause) }
      // One ball goes to and fro; two snowballs fly at once.
      clause.joint = clause.isMutual && shared.isEmpty ? .and : .together
    }
    if subjects.isEmpty, !settles(verb.doing) {
      _ = clause.objects.flatMap { resolve($0) }
      leaveOut(clause, "nobody is said to do it")
    }
  }

  /// In "beside a vase on a table" it is the vase that is on the table.
  private mutating func attachNearest(_ clause: inout Clause) {
    let places: Set<Relation> = [.on, .under, .behind, .before, .beside, .leftOf, .rightOf, .above, .inside]
    for index in clause.phrases.indices.dropFirst().reversed() where places.contains(clause.phrases[index].relation) {
      guard let owner = clause.phrases[index - 1].mentions.last, !owner.isWater, !clause.phrases[index].mentions.isEmpty
      else { continue }
      place(resolve(owner), [clause.phrases[index]], clause)
      clause.phrases.remove(at: index)
    }
  }

  /// "A ball and a box collide": they go towards each other.
  private mutating func collide(_ subjects: [Int], _ verb: VerbWord, _ clause: Clause) -> Bool {
    guard verb.doing == .hit, subjects.count == 2, clause.objects.isEmpty,
      clause.phrases.allSatisfy(\.mentions.isEmpty),
      subjects.allSatisfy({ !roles[$0].isFigure && roles[$0].word?.isFixed == false })
    else { return false }
    add(Beat(doing: .hit, subject: subjects[0], target: subjects[1]), clause)
    var next = clause
    next.joint = .together
    add(Beat(doing: .hit, subject: subjects[1], target: subjects[0]), next)
    return true
  }

  /// What becomes of the last throw is said without a subject, too.
  private mutating func settles(_ doing: Doing) -> Bool {
    guard doing == .miss || doing == .score else { return false }
    setOutcome(doing == .miss ? "misses" : "scores")
    return true
  }

  mutating func leaveOut(_ clause: Clause, _ reason: String) {
    leftOut.append(.init(words: clause.text, offset: clause.offset, meaning: reason))
  }

  mutating func setOutcome(_ name: String) {
    guard let index = beats.lastIndex(where: { $0.doing == .throw || $0.doing == .kick }) else { return }
    beats[index].outcome = vocabulary.outcomes.first { $0.names.contains(name) }
  }

  private mutating func say(_ text: String, _ subjects: [Int], _ clause: Clause) {
    let speaker = subjects.first { roles[$0].isFigure } ?? recent.last { roles[$0].isFigure }
    guard let speaker = speaker ?? create(figure: "person", "somebody has to say it") else { return }
    add(Beat(doing: .say, subject: speaker, text: text), clause)
  }

  /// With the time, the pace and the order that its clause says.
  mutating func add(_ beat: Beat, _ clause: Clause) {
    guard beats.count < 150 else { return leaveOut(clause, "there are too many actions") }
    var beat = beat
    beat.pace = clause.pace * (clause.verb?.pace ?? 1)
    beat.shot = clause.shot
    beat.isTogether = clause.joint == .together
    beat.outcome = clause.outcome ?? beat.outcome
    switch clause.moment {
    case (let seconds, .at)?: beat.at = seconds
    case (let seconds, .after)?: beat.after = seconds
    case (let seconds, .lasting)?: beat.seconds = seconds
    case nil: break
    }
    beats.append(beat)
    for index in [beat.object, beat.target, beat.subject].compactMap({ $0 }) { roles[index].isMoved = true }
  }
}
