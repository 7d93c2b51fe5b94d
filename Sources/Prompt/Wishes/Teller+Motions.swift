internal import Media

/// What things do, and where they are.
extension Teller {
  private static let natural: Set<Doing> = [
    .fall, .roll, .slide, .bounce, .topple, .swing, .spin, .float, .sail, .sink, .stop, .fly, .hit, .walk, .run, .jump,
    .drive,
    .push,
    .kick, .follow,
  ]

  /// The verb may be a person's, and yet a thing does it: "the ball jumps".
  mutating func move(_ it: Int, _ verb: VerbWord, _ clause: Clause) {
    let objects = clause.objects.flatMap { resolve($0) }
    // In the order of their mention, from left to right.
    for mention in clause.phrases.flatMap(\.mentions) { _ = resolve(mention) }
    let goal = goal(clause)
    let target = objects.first ?? goal?.role
    let isWet = clause.phrases.contains { $0.mentions.contains(where: \.isWater) } || roles[it].relation?.1 == .water
    if fling(it, verb, objects) || drape(it, verb, goal?.role, clause) { return }
    if roles[it].isMoved, Self.natural.contains(verb.doing) {
      if isWet { load(it, verb.doing) }
      return follow(it, target)
    }
    place([it], clause.phrases.filter { $0.mentions.contains { isSeesaw($0) } }, clause)
    if [.rise, .fly, .jump].contains(verb.doing), isThrownUp(it) { return }
    guard roles[it].word?.isFixed != true || roles[it].word?.bodies.isEmpty == false else {
      if verb.doing != .lie, verb.doing != .stand { leaveOut(clause, "\(roles[it].name) is fixed to the ground") }
      return place([it], clause.phrases, clause)
    }
    guard roles[it].word?.sheet == nil else { return place([it], clause.phrases, clause) }
    mountRamp(it, clause)
    switch verb.doing {
    case .fall where clause.phrases.contains { $0.relation == .up && $0.mentions.isEmpty }: rise(it)
    case .fall where stands(it): add(Beat(doing: .topple, subject: it), clause)
    case .rise: rise(it)
    case .fly: hover(it, clause, moving: true)
    case .sail: sail(it, clause)
    case .float where !isWet && !hasWater: hover(it, clause, moving: false)
    case .float, .sink: swim(it, verb.doing, clause)
    case .fall, .bounce: fall(it, verb.doing, goal, clause, isWet: isWet)
    case .roll, .slide, .drive, .walk, .run, .hit, .throw, .kick, .jump, .push, .take, .follow:
      start(it, verb.doing, target == it ? nil : target, goal?.relation, clause)
    case .topple, .swing, .spin:
      place([it], clause.phrases, clause)
      add(Beat(doing: verb.doing, subject: it), clause)
    case .appear: roles[it].from = clause.moment?.seconds ?? 1
    case .vanish: roles[it].till = clause.moment?.seconds ?? 3
    case .miss: setOutcome("misses")
    case .score: setOutcome("scores")
    case .lie, .stand, .sit, .hang, .hold, .stop, .look, .turn: place([it], clause.phrases, clause)
    case .wave, .nod, .dance, .say, .drop, .catch, .impossible:
      leaveOut(clause, "\(roles[it].name) has no will of its own")
    }
  }

  /// What is built up falls over.
  private func stands(_ it: Int) -> Bool {
    roles[it].count > 1 && (roles[it].isDomino || roles[it].formation == .tower) && roles[it].relation?.1 != .water
  }

  /// What comes down a ramp begins on it, wherever it goes then.
  private mutating func mountRamp(_ it: Int, _ clause: Clause) {
    for phrase in clause.phrases where phrase.relation == .down {
      let ramp = phrase.mentions.flatMap { resolve($0) }.first { roles[$0].isRamp }
      if let ramp { roles[it].relation = (.on, .role(ramp)) }
    }
  }

  private mutating func isSeesaw(_ mention: Mention) -> Bool {
    resolve(mention).contains { roles[$0].word?.name == "seesaw" }
  }

  /// It lies on a seesaw on which something else comes down.
  private func isThrownUp(_ it: Int) -> Bool {
    guard case (.on, .role(let anchor))? = roles[it].relation else { return false }
    return roles[anchor].word?.name == "seesaw" && roles[anchor].isMoved
  }

  private var hasWater: Bool { setting.place?.water != nil }

  /// It has been set in motion: what it does now follows. Where it is said to go, it is aimed.
  private mutating func follow(_ it: Int, _ target: Int?) {
    guard let target, target != it, !roles[target].isMoved else { return }
    if let index = beats.lastIndex(where: { ($0.object ?? $0.subject) == it }), beats[index].target == nil {
      beats[index].target = target
    }
    roles[target].isMoved = true
  }

  private mutating func rise(_ it: Int) {
    roles[it].isMoved = true
    if let weight = roles[it].word?.weight, weight < 0 {
      assumed.append("\(roles[it].name) rises: its weight of \(weight.short) stands for the air that carries it")
    } else {
      roles[it].weight = -0.04
      assumed.append("impossible: \(roles[it].name) falls upwards, with a weight of -0.04")
    }
  }

  private mutating func hover(_ it: Int, _ clause: Clause, moving: Bool) {
    roles[it].isMoved = true
    roles[it].opening = .hovering
    if (roles[it].word?.weight ?? 1) < 0 {
      roles[it].opening = nil
      assumed.append("\(roles[it].name) rises: its weight below 0 stands for the air that carries it")
      return
    }
    roles[it].weight = 0
    if moving { roles[it].velocity.x = 2.5 * clause.pace }
    roles[it].spin.y = moving ? 0 : 0.4
    assumed.append("impossible: \(roles[it].name) \(moving ? "flies" : "floats in the air"), with a weight of 0")
  }

  /// In the water, where its density decides.
  mutating func swim(_ it: Int, _ doing: Doing, _ clause: Clause) {
    roles[it].relation = (.on, .water)
    roles[it].isMoved = true
    needWater()
    load(it, doing)
  }

  /// What must sink and would float becomes heavier, and the other way about.
  private mutating func load(_ it: Int, _ doing: Doing) {
    let measure = Measure(roles[it], vocabulary)
    let density = measure.mass / max(measure.volume, 1e-9)
    if doing == .sink, density < 1050 {
      roles[it].mass = (measure.volume * 1400).tidy
      assumed.append("\(roles[it].name) is loaded, so that it sinks: 1.4 times as dense as water")
    }
    if doing == .float || doing == .sail, density > 980 {
      roles[it].mass = (measure.volume * 500).tidy
      assumed.append("\(roles[it].name) is hollow, so that it floats: half as dense as water")
    }
  }

  mutating func needWater() {
    guard !hasWater, let lake = vocabulary.place("lake") else { return }
    setting.place = lake
    assumed.append("a lake: something is in the water")
  }

  /// From the air, or off what it lies on.
  private mutating func fall(
    _ it: Int, _ doing: Doing, _ goal: (role: Int, relation: Relation)?, _ clause: Clause, isWet: Bool
  ) {
    let leaving: [Relation] = [.off, .from, .down]
    var beat = Beat(doing: .fall, subject: it)
    if let goal, leaving.contains(goal.relation) {
      roles[it].relation = (.on, .role(goal.role))
      beat.relation = .off
    } else if let goal, doing == .bounce, ![.on].contains(goal.relation) {
      return start(it, .roll, goal.role, goal.relation, clause)
    } else if clause.phrases.contains(where: { leaving.contains($0.relation) }), roles[it].relation != nil {
      beat.relation = .off
    } else if roles[it].relation.map({ $0.0 == .on }) == true, goal == nil, !isWet {
      beat.relation = .off
    } else {
      roles[it].opening = .aloft
      if let goal {
        let beside: Set<Relation> = [.beside, .leftOf, .rightOf, .behind, .before]
        roles[it].relation = (beside.contains(goal.relation) ? goal.relation : .above, .role(goal.role))
      }
      if isWet {
        roles[it].relation = (.above, .water)
        needWater()
      }
    }
    beat.target = goal?.role
    let wasMoved = beat.target.map { roles[$0].isMoved }
    add(beat, clause)
    if let target = beat.target, let wasMoved, beat.relation == .off { roles[target].isMoved = wasMoved }
  }

  private mutating func start(_ it: Int, _ doing: Doing, _ target: Int?, _ relation: Relation?, _ clause: Clause) {
    var beat = Beat(doing: doing, subject: it, target: target)
    beat.relation = relation
    // Down a ramp, or off a table, it begins up there.
    if let target, let relation,
      [.down, .off, .from, .along].contains(relation) || (relation == .on && roles[target].isRamp)
    {
      roles[it].relation = (.on, .role(target))
      beat.target = nil
      beat.relation = roles[target].isRamp ? .down : .off
    }
    if case (.on, .role(let support))? = roles[it].relation, beat.relation == nil || roles[support].isRamp {
      beat.relation = roles[support].isRamp ? .down : .off
    }
    add(beat, clause)
  }

  /// Where the clause says that they are.
  mutating func place(_ subjects: [Int], _ phrases: [Clause.Phrase], _ clause: Clause) {
    for phrase in phrases {
      let anchors = phrase.mentions.flatMap { resolve($0) }
      for subject in subjects where !anchors.contains(subject) { relate(subject, phrase, anchors) }
    }
    for object in clause.verb == nil ? clause.objects : [] { _ = resolve(object) }
  }

  private mutating func relate(_ subject: Int, _ phrase: Clause.Phrase, _ anchors: [Int]) {
    if phrase.mentions.contains(where: \.isWater) {
      roles[subject].relation = (phrase.relation == .above || phrase.relation == .over ? .above : .on, .water)
      return needWater()
    }
    if phrase.relation == .up, anchors.isEmpty, !roles[subject].isFigure {
      return hover(subject, Clause(), moving: false)
    }
    guard let anchor = anchors.first else { return }
    switch phrase.relation {
    case .with where roles[subject].isFigure && !roles[anchor].isFigure && roles[anchor].word?.isFixed == false:
      roles[anchor].holder = subject
    case .with: roles[anchor].relation = roles[anchor].relation ?? (.beside, .role(subject))
    case .on, .under, .inside, .behind, .before, .beside, .leftOf, .rightOf, .above, .between, .against:
      if !leads(anchor, back: subject) { roles[subject].relation = (phrase.relation, .role(anchor)) }
    case .over: if !leads(anchor, back: subject) { roles[subject].relation = (.above, .role(anchor)) }
    case .at, .to, .around: if !leads(anchor, back: subject) { roles[subject].relation = (.beside, .role(anchor)) }
    default: break
    }
  }

  /// Whether a role is placed by another, so that no circle comes about.
  private func leads(_ role: Int, back start: Int) -> Bool {
    var role = role
    for _ in 0...roles.count {
      if role == start { return true }
      guard case (_, .role(let next))? = roles[role].relation else { return false }
      role = next
    }
    return true
  }
}

extension Mention {
  var isWater: Bool {
    if case .water = noun { true } else { false }
  }
}

extension Role {
  var isRamp: Bool { word?.name == "ramp" }
}
