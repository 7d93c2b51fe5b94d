internal import World

/// What happens in the scene.
extension Script {
  mutating func add(_ beat: Beat, at start: Double) {
    if roles[beat.subject].isFigure { act(beat, at: start) } else { move(beat, at: start) }
  }

  private mutating func put(_ time: Double, _ sentence: String, _ fields: [SceneTable.Field] = []) {
    let table = SceneTable([.text(sentence)], fields: [.init("at", .number(time))] + fields)
    actions.append((time, .table(table)))
  }

  private func field(_ key: String, _ role: Int?) -> [SceneTable.Field] {
    role.map { [.init(key, .text(arrangement.handle($0)))] } ?? []
  }

  private mutating func act(_ beat: Beat, at start: Double) {
    let who = roles[beat.subject].name
    let what = beat.object.map { arrangement.handle($0) } ?? ""
    switch beat.doing {
    case .follow: put(start, "\(who) runs", [.init("to", .vector(catching(beat)))])
    case .walk, .run: put(start, "\(who) \(beat.doing.rawValue)s", goal(beat))
    case .throw: put(start, "\(who) throws \(what)", aim(beat))
    case .kick: put(start, "\(who) kicks \(what)", aim(beat))
    case .take: put(start, "\(who) takes \(what)")
    case .drop: put(start, "\(who) drops")
    case .jump: put(start, "\(who) jumps", leap(beat))
    case .wave, .dance:
      let seconds = (beat.seconds ?? pastime(beat, from: start)).map {
        SceneTable.Field("seconds", .number(max($0, 0.1)))
      }
      put(start, "\(who) \(beat.doing.rawValue)s", [seconds].compactMap { $0 })
    case .turn: put(start, "\(who) turns", beat.target == nil ? [.init("facing", 180)] : field("facing", beat.target))
    case .look: put(start, "\(who) looks", field("to", beat.target))
    case .say:
      actions.append(
        (start, .table(SceneTable([.text("\(who) says"), .text(beat.text)], fields: [.init("at", .number(start))]))))
    case .push: shove(beat, at: start)
    default: put(start, "\(who) \(beat.doing.rawValue)s")
    }
  }

  /// Who dances goes on until there is something else to do.
  private func pastime(_ beat: Beat, from start: Double) -> Double? {
    guard beat.doing == .dance else { return nil }
    let next = zip(arrangement.beats, schedule.starts).filter { other, time in
      other.subject == beat.subject && time > start && ![.wave, .nod, .look, .say].contains(other.doing)
    }.map(\.1).min()
    let end = next ?? start + arrangement.seconds - 0.8
    return min(max(end - start, 2), 20).rounded(digits: 1)
  }

  private func goal(_ beat: Beat) -> [SceneTable.Field] {
    if beat.target != nil { return field("to", beat.target) }
    let place = roles[beat.subject].place
    let way = beat.relation == .away ? Vector(-4, 0, -1) : Vector(arrangement.course(beat), 0, 0)
    return [.init("to", .vector((place + way).rounded))]
  }

  /// Behind what it is after, in the end.
  private func catching(_ beat: Beat) -> Vector {
    let prey = beat.target ?? beat.subject
    let gap = (arrangement.extents[prey].x + arrangement.extents[beat.subject].x) / 2
    let shot = arrangement.beats.last { $0.object == prey && [.throw, .kick].contains($0.doing) }
    let flight = shot.map { $0.target.map { roles[$0].place.x } ?? roles[prey].place.x + 5 }
    let end = (flight ?? roles[prey].place.x + arrangement.course(of: prey)) - gap
    return Vector(end, roles[beat.subject].place.y, roles[prey].place.z).rounded
  }

  /// Over something, or onto it.
  private func leap(_ beat: Beat) -> [SceneTable.Field] {
    guard let target = beat.target else { return [] }
    let way = abs(roles[target].place.x - roles[beat.subject].place.x)
    let top = roles[target].place.y + arrangement.measures[target].size.y
    guard beat.relation == .on || beat.relation == .into else {
      return [.init("height", 0.7), .init("length", .number(min(way * 2, 4).tidy))]
    }
    return [.init("height", .number(min(top + 0.2, 5).tidy)), .init("length", .number(min(way, 4).tidy))]
  }

  private func aim(_ beat: Beat) -> [SceneTable.Field] {
    var fields = field("to", beat.target)
    if let target = beat.target, beat.keeper != nil {
      fields = [.init("to", .vector((roles[target].place + Vector(0, 0.5, 1.15)).rounded))]
    }
    if beat.target == nil {
      let way: SceneValue = beat.doing == .kick ? [1, 0.3, 0] : beat.isIntoWater ? [0, 0.6, -1] : [1, 0.5, 0]
      fields = [.init("toward", beat.relation == .up ? [0.1, 1, 0] : way)]
    }
    if let outcome = beat.outcome?.outcome, outcome != .hits {
      fields.append(.init("outcome", .text(outcome.rawValue)))
    }
    if beat.pace > 1.5, beat.outcome == nil { fields.append(.init("speed", 14)) }
    return fields
  }

  /// The push comes when who pushes has walked there. Nobody pushes harder than 150 N·s.
  private mutating func shove(_ beat: Beat, at start: Double) {
    guard let object = beat.object else { return }
    put(start, "\(roles[beat.subject].name) walks", field("to", object))
    let arrival = start + 0.6 + Schedule.travel(beat, arrangement) / 1.35
    let way = direction(from: roles[beat.subject].place, to: roles[object].place)
    let mass = arrangement.measures[object].mass
    let isTower = roles[object].formation == .tower && roles[object].count > 1
    let impulse = min(mass * 1.6 * beat.pace, 150)
    let name = isTower ? "\(roles[object].name)_\((roles[object].count * 2 + 2) / 3)" : self.body(object)
    push(name, way * impulse, on: isTower ? nil : Vector(0, arrangement.measures[object].size.y * 0.35, 0), at: arrival)
  }

  private mutating func push(_ name: String, _ impulse: Vector, on place: Vector? = nil, at time: Double) {
    var table = SceneTable(fields: [
      .init("at", .number(min(time, 119).rounded(digits: 2))), .init("push", .text(name)),
    ])
    let bound = Vector(repeating: 1e6)
    table["impulse"] = .vector(pointwiseMax(pointwiseMin(impulse, bound), -bound))
    table["on"] = place.map { .vector($0) }
    actions.append((time, .table(table)))
  }

  private func direction(from a: Vector, to b: Vector) -> Vector {
    let way = Vector(b.x - a.x, 0, b.z - a.z).normalized
    return way == .zero ? Vector(1, 0, 0) : way
  }

  /// The body of a role that moves: of a pendulum its bob; of several that which is first.
  private func body(_ role: Int) -> String {
    let word = roles[role].word
    let name = roles[role].count > 1 ? "\(arrangement.handle(role))_1" : arrangement.handle(role)
    guard word?.isFixed == true, let body = word?.bodies.first else {
      return roles[role].count > 1 ? arrangement.handle(role) : name
    }
    return "\(name) \(body.name)"
  }

  private mutating func move(_ beat: Beat, at start: Double) {
    let (it, measure) = (beat.subject, arrangement.measures[beat.subject])
    switch beat.doing {
    case .fall where beat.relation != .off: appear(it, at: start)
    case .fall:
      run(
        it,
        (roles[it].count > 1 ? Vector(0, 0, 1) : Vector(1, 0, 0))
          * max(0.9, (9.81 * measure.size.x).squareRoot() * 0.8), at: start)
    case .topple: topple(it, at: start)
    case .swing:
      push(body(it), Vector(roles[it].word?.name == "newton's cradle" ? -1.3 : 1.6, 0, 0) * swinging(it), at: start)
    case .spin where start < 0.5: roles[it].spin = Vector(0, 8 * beat.pace, 0)
    case .spin:
      actions.append(
        (
          start,
          .table(
            SceneTable(fields: [
              .init("at", .number(start)), .init("change", .text(arrangement.handle(it))),
              .init("spin", .vector(Vector(0, 8 * beat.pace, 0))),
            ]))
        ))
    case .jump: push(body(it), Vector(0, 3.5 * measure.mass * beat.pace, 0), at: start)
    default: run(it, velocity(beat), at: start)
    }
  }

  /// What falls from the air is there from then on.
  private mutating func appear(_ it: Int, at start: Double) {
    guard start > 0.3, roles[it].from == nil, !isSeenBefore(it, start) else { return }
    roles[it].from = start
    assumed.append("\(roles[it].name) comes from above at \(start.short) s")
  }

  private func isSeenBefore(_ it: Int, _ start: Double) -> Bool {
    zip(arrangement.beats, schedule.starts).contains { ($0.subject == it || $0.object == it) && $1 < start }
  }

  /// How fast a thing of its size goes: about as fast as it would be after a fall of four times its size.
  private func velocity(_ beat: Beat) -> Vector {
    if let flight = arrangement.flight(beat) ?? arrangement.leap(beat) { return flight }
    if arrangement.isChased(beat) { return Vector(arrangement.speed(beat), 0, 0) }
    let size = min(arrangement.measures[beat.subject].size.max(), 1.2)
    let usual =
      beat.doing == .drive || arrangement.measures[beat.subject].size.x > 2 ? 8 : (9.81 * 4 * size).squareRoot() * 1.3
    let speed = min(max(usual, 0.8), 9) * beat.pace * (beat.relation == .down ? 0.2 : 1)
    guard let target = beat.target else { return Vector(beat.relation == .off ? min(speed, 1.2) : speed, 0, 0) }
    return direction(from: roles[beat.subject].place, to: roles[target].place) * speed
  }

  private mutating func run(_ it: Int, _ velocity: Vector, at start: Double) {
    if start < 0.3 {
      roles[it].velocity = Vector(velocity.x.tidy, velocity.y.tidy, velocity.z.tidy)
    } else {
      push(body(it), velocity * arrangement.measures[it].mass, at: start)
    }
  }

  private func swinging(_ it: Int) -> Double {
    guard let word = roles[it].word, word.isFixed, let body = word.bodies.first else {
      return arrangement.measures[it].mass
    }
    var role = roles[it]
    role.kind = .thing(ThingWord(word.names[0], of: word.material, mass: body.mass, body.pieces))
    return Measure(role, arrangement.vocabulary).mass
  }

  /// A push at the top that carries its middle over its edge.
  private mutating func topple(_ it: Int, at start: Double) {
    let (measure, role) = (arrangement.measures[it], roles[it])
    let name = role.formation == .tower && role.count > 1 ? "\(role.name)_\(role.count)" : body(it)
    if role.isDomino, role.count > 1 {
      return push(
        "\(role.name)_1", Vector(measure.mass * 0.8, 0, 0), on: Vector(0, measure.size.y * 0.45, 0), at: start)
    }
    let isTower = name != body(it)
    push(name, Vector(measure.mass * 1.6, 0, 0), on: isTower ? nil : Vector(0, measure.size.y * 0.45, 0), at: start)
  }
}
