internal import World

/// What two have to do with each other: a chase, a keeper, a seesaw, a cloth over a ball.
extension Teller {
  /// What is chased goes ahead, and who chases comes after it.
  mutating func chase(_ who: Int, _ objects: [Int], _ clause: Clause) {
    guard let prey = objects.first ?? goal(clause)?.role, prey != who else {
      return leaveOut(clause, "there is nobody to go after")
    }
    if roles[prey].isFigure || roles[prey].word?.isFixed == false, !roles[prey].isMoved {
      var flight = Beat(doing: roles[prey].isFigure ? .run : .roll, subject: prey)
      flight.relation = .across
      add(flight, clause)
    }
    var after = clause
    after.joint = .together
    add(Beat(doing: .follow, subject: who, target: prey), after)
    roles[who].isMoved = false
  }

  func isKeeper(_ who: Int) -> Bool {
    beats.contains { $0.doing == .kick || $0.doing == .throw } && !beats.contains { $0.subject == who }
  }

  /// Before the goal, facing who shoots.
  mutating func keep(_ who: Int) {
    guard let goal = roles.indices.last(where: { roles[$0].word?.name == "goal" }), roles[who].relation == nil else {
      return
    }
    roles[who].relation = (.leftOf, .role(goal))
  }

  /// The shot goes in, past who jumps for it.
  mutating func letPass(_ who: Int, _ clause: Clause) {
    guard let shot = beats.lastIndex(where: { $0.doing == .kick || $0.doing == .throw }) else { return }
    keep(who)
    roles[who].facing = roles[beats[shot].subject].name
    beats[shot].keeper = who
    if beats[shot].target == who { beats[shot].target = roles.indices.last { roles[$0].word?.name == "goal" } }
    var leap = clause
    leap.outcome = nil
    leap.moment = clause.moment ?? (0.9, .after)
    add(Beat(doing: .jump, subject: who), leap)
  }

  /// Of several things that several people throw, each has one.
  mutating func share(_ object: Int, with who: Int) -> Int? {
    guard lastGroup.count > 1, roles.count < Self.mostOfAll, roles[object].count > 1 || shared.contains(object) else {
      return object
    }
    if shared.insert(object).inserted {
      (roles[object].count, roles[object].formation) = (1, nil)
      return object
    }
    var role = roles[object]
    (role.holder, role.isMoved) = (nil, false)
    role.name = (2...).lazy.map { "\(role.name)\($0)" }.first { name in !roles.contains { $0.name == name } } ?? ""
    roles.append(role)
    return roles.count - 1
  }

  /// What comes down on a seesaw throws up what lies on its other end.
  mutating func fling(_ it: Int, _ verb: VerbWord, _ objects: [Int]) -> Bool {
    guard [.throw, .push].contains(verb.doing), case (_, .role(let lever))? = roles[it].relation,
      roles[lever].word?.name == "seesaw", let object = objects.first, roles[object].relation == nil
    else { return false }
    roles[object].relation = (.on, .role(lever))
    roles[object].isMoved = true
    return true
  }

  /// A cloth that falls over something lies flat in the air above it.
  mutating func drape(_ it: Int, _ verb: VerbWord, _ under: Int?, _ clause: Clause) -> Bool {
    guard case .cloth? = roles[it].word?.sheet, [.fall, .topple].contains(verb.doing) else { return false }
    (roles[it].isSpread, roles[it].isMoved) = (true, true)
    if let under { roles[it].relation = (.above, .role(under)) } else { roles[it].opening = .aloft }
    return true
  }
}
