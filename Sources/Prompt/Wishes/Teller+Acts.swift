/// What people and animals do.
extension Teller {
  mutating func act(_ who: Int, _ verb: VerbWord, _ clause: Clause) {
    let objects = clause.objects.flatMap { resolve($0) }
    named = objects + [who]
    lay(objects, verb, clause)
    switch verb.doing {
    case .fall where objects.contains { !roles[$0].isFigure }:
      if goal(clause) == nil { drop(who, clause) } else { shoot(who, objects, clause) }
    case .follow: chase(who, objects, clause)
    case .sail: swim(who, clause)
    case .topple where objects.isEmpty: simple(who, .fall, [], clause)
    case .walk, .run, .fly, .drive, .slide: travel(who, verb.doing, objects, clause)
    case .jump, .nod, .wave, .dance, .turn, .fall, .stand, .look: simple(who, verb.doing, objects, clause)
    case .spin, .bounce, .swing: simple(who, verb.doing == .bounce ? .jump : .dance, objects, clause)
    case .throw: shoot(who, objects, clause)
    case .kick, .hit, .topple: strike(who, verb.doing, objects, clause)
    case .push: shove(who, objects, clause)
    case .roll: if objects.isEmpty { leaveOut(clause, "figures do not roll") } else { shove(who, objects, clause) }
    case .take: each(objects, clause) { Beat(doing: .take, subject: who, object: $0) }
    case .hold: objects.filter { !roles[$0].isFigure }.prefix(1).forEach { roles[$0].holder = who }
    case .drop: drop(who, clause)
    case .catch: receive(who)
    case .miss where isKeeper(who): letPass(who, clause)
    case .sit: sit(who, clause)
    case .say: simple(who, .say, objects, clause)
    case .miss: setOutcome("misses")
    case .score: setOutcome("scores")
    case .lie, .hang, .stop: place([who], clause.phrases, clause)
    case .float, .sink, .rise, .appear, .vanish, .impossible: leaveOut(clause, "there are no motions for it")
    }
  }

  /// "Takes the mug from the table": there it is, until then.
  private mutating func lay(_ objects: [Int], _ verb: VerbWord, _ clause: Clause) {
    let isMoved: Set<Doing> = [.take, .push, .kick, .hold, .roll]
    let places: Set<Relation> = [.on, .under, .behind, .before, .beside, .inside, .off, .from]
    guard isMoved.contains(verb.doing) else { return }
    for phrase in clause.phrases where places.contains(phrase.relation) {
      let anchors = phrase.mentions.flatMap { resolve($0) }
      guard let anchor = anchors.first, anchor != objects.first else { continue }
      for object in objects where roles[object].relation == nil && !roles[object].isMoved && roles[object].holder == nil
      {
        let isLeft = phrase.relation == .off || phrase.relation == .from
        roles[object].relation = (isLeft ? .on : phrase.relation, .role(anchor))
      }
    }
  }

  private mutating func each(_ objects: [Int], _ clause: Clause, _ beat: (Int) -> Beat) {
    let things = objects.filter { !roles[$0].isFigure }
    if things.isEmpty { leaveOut(clause, "there is nothing that it is done to") }
    for object in things.prefix(3) { add(beat(object), clause) }
  }

  /// The role that the clause's phrases lead to: those that say where to first.
  mutating func goal(_ clause: Clause) -> (role: Int, relation: Relation)? {
    let wanted: [Relation] = [
      .to, .into, .at, .through, .over, .against, .across, .inside, .on, .off, .down, .along, .under, .behind, .before,
      .beside, .around, .above, .up, .from, .leftOf, .rightOf,
    ]
    for relation in wanted {
      for phrase in clause.phrases where phrase.relation == relation {
        for mention in phrase.mentions {
          if let role = resolve(mention).first { return (role, relation) }
        }
      }
    }
    return nil
  }

  private mutating func travel(_ who: Int, _ doing: Doing, _ objects: [Int], _ clause: Clause) {
    let goal = goal(clause)
    if doing == .drive, let vehicle = objects.first ?? goal?.role, !roles[vehicle].isFigure {
      assumed.append("nobody sits in what is driven: figures do not ride")
      return move(vehicle, VerbWord("drive", .drive), clause)
    }
    let target = objects.first ?? goal.map(\.role)
    let isFast = doing == .run || doing == .fly
    var beat = Beat(doing: isFast ? .run : .walk, subject: who, target: target == who ? nil : target)
    beat.relation = goal?.relation ?? clause.phrases.first?.relation
    let wasMoved = target.map { roles[$0].isMoved }
    add(beat, clause)
    if let target, let wasMoved { roles[target].isMoved = wasMoved }
    roles[who].isMoved = false
  }

  private mutating func simple(_ who: Int, _ doing: Doing, _ objects: [Int], _ clause: Clause) {
    let goal = goal(clause)
    guard doing != .say else { return leaveOut(clause, "what is said is not in quotes") }
    if doing == .stand { place([who], clause.phrases, clause) }
    let seen = doing == .look ? recent.last { $0 != who } : nil
    var beat = Beat(doing: doing, subject: who, target: objects.first ?? goal?.role ?? seen)
    beat.relation = goal?.relation
    let wasMoved = beat.target.map { roles[$0].isMoved }
    if doing != .stand || beats.contains(where: { $0.subject == who && $0.doing == .sit }) { add(beat, clause) }
    if let target = beat.target, let wasMoved { roles[target].isMoved = wasMoved }
    roles[who].isMoved = false
  }

  /// Throws what is named, or held, or what the verb asks for.
  private mutating func shoot(_ who: Int, _ objects: [Int], _ clause: Clause) {
    let things = objects.filter { !roles[$0].isFigure && roles[$0].word?.isFixed != true }
    let held = roles.indices.last { roles[$0].holder == who }
    let usual = roles.contains { $0.noun.contains("hoop") } ? "basketball" : "ball"
    let own = things.first.flatMap { share($0, with: who) }
    guard let object = own ?? held ?? create(thing: usual, "something has to be thrown") else { return }
    let rest = lastGroup.count > 1 ? [] : split(object)
    let aims = objects.filter { $0 != object }
    var goal = goal(clause).map(\.role) ?? aims.first
    if goal == nil, roles[object].word?.name == "basketball" {
      goal =
        roles.indices.last { roles[$0].noun.contains("hoop") }
        ?? create(thing: "basketball hoop", "a basketball is shot at it")
    }
    if roles[object].holder == nil, !roles[object].isMoved { roles[object].holder = who }
    if roles[object].holder != who {
      let isUnderway = roles[object].isMoved
      if !isUnderway || roles[object].holder == nil { add(Beat(doing: .take, subject: who, object: object), clause) }
      roles[object].isMoved = isUnderway
    }
    var next = clause
    next.moment = beats.last?.doing == .take && beats.last?.subject == who ? nil : clause.moment
    var beat = Beat(doing: .throw, subject: who, object: object, target: goal == object ? nil : goal)
    beat.isIntoWater = clause.phrases.contains { $0.mentions.contains(where: \.isWater) }
    beat.relation = clause.phrases.first { $0.relation == .up }?.relation
    add(beat, next)
    roles[who].isMoved = false
    for other in rest {
      roles[other].relation = (.beside, .role(who))
      add(Beat(doing: .take, subject: who, object: other), Clause(joint: .and, shot: clause.shot))
      beat.object = other
      add(beat, Clause(joint: .and, shot: clause.shot))
    }
  }

  /// Of several things that are thrown each is one by itself.
  private mutating func split(_ object: Int) -> [Int] {
    guard roles[object].count > 1, !roles[object].isMoved else { return [] }
    let others = min(roles[object].count, 4) - 1
    roles[object].count = 1
    roles[object].formation = nil
    return (0..<others).map { number in
      var role = roles[object]
      role.name = "\(role.name)\(number + 2)"
      while roles.contains(where: { $0.name == role.name }) { role.name += "x" }
      roles.append(role)
      return roles.count - 1
    }
  }

  private mutating func strike(_ who: Int, _ doing: Doing, _ objects: [Int], _ clause: Clause) {
    let goal = goal(clause).map(\.role)
    guard let object = objects.first(where: { !roles[$0].isFigure }) ?? goal.flatMap({ roles[$0].isFigure ? nil : $0 })
    else {
      return travel(who, .run, objects, clause)
    }
    guard roles[object].word?.isFixed != true, Measure(roles[object], vocabulary).mass < 12 else {
      return travel(who, .run, [object], clause)
    }
    add(Beat(doing: .kick, subject: who, object: object, target: goal == object ? nil : goal), clause)
    roles[who].isMoved = false
  }

  /// Walks up to it, and pushes.
  private mutating func shove(_ who: Int, _ objects: [Int], _ clause: Clause) {
    let goal = goal(clause)?.role
    each(objects, clause) { Beat(doing: .push, subject: who, object: $0, target: goal == $0 ? nil : goal) }
    roles[who].isMoved = false
  }

  private mutating func drop(_ who: Int, _ clause: Clause) {
    let named = clause.objects.flatMap { resolve($0) }.first { !roles[$0].isFigure }
    guard let object = named ?? roles.indices.last(where: { roles[$0].holder == who }) else {
      return leaveOut(clause, "there is nothing to let go of")
    }
    if roles[object].holder == nil { roles[object].holder = who }
    add(Beat(doing: .drop, subject: who, object: object), clause)
    roles[who].isMoved = false
  }

  /// What was thrown last is thrown to who catches it.
  private mutating func receive(_ who: Int) {
    guard let index = beats.lastIndex(where: { $0.doing == .throw || $0.doing == .kick }), beats[index].subject != who
    else {
      return
    }
    keep(who)
    beats[index].target = who
  }

  private mutating func sit(_ who: Int, _ clause: Clause) {
    guard let goal = goal(clause), goal.relation == .on || goal.relation == .inside, !roles[who].isAnimal else {
      place([who], clause.phrases, clause)
      add(Beat(doing: .sit, subject: who), clause)
      roles[who].isMoved = false
      return
    }
    add(Beat(doing: .walk, subject: who, target: goal.role, relation: .on), clause)
    var next = clause
    next.joint = .and
    add(Beat(doing: .sit, subject: who), next)
    roles[goal.role].isMoved = false
    roles[who].isMoved = false
  }
}
