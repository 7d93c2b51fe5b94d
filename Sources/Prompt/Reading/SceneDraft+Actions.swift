internal import Media
internal import World

/// What happens: `{ at = 1, "player throws ball", to = "hoop" }`, `{ at = 2, push = "crate", impulse = { 3, 0, 0 } }`.
extension SceneDraft {
  private static let actNames = ["at", "to", "outcome", "speed", "seconds", "height", "length", "facing", "toward"]

  mutating func readActions(_ top: Fields) throws(SceneError) {
    for (index, entry) in try list(top, "actions", most: 200).enumerated() {
      try readAction(entry, at: "actions.\(index + 1)")
    }
    let inOrder = scene.deeds.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    scene.deeds = inOrder.map(\.element)
  }

  private mutating func readAction(_ entry: SceneValue, at path: String) throws(SceneError) {
    guard case .table(let table) = entry else { throw SceneError(path, entry.words, wanted: "a table, in braces") }
    if table["push"] != nil { return try readPush(entry, at: path) }
    if table["change"] != nil { return try readChange(entry, at: path) }
    if table["release"] != nil { return try readRelease(entry, at: path) }
    let fields = try Fields(entry, at: path, positions: 2, names: Self.actNames)
    let sentence = try Sentence(fields)
    let (who, spot) = try find(sentence.subject, "figure", at: path)
    guard spot.isFigure else {
      throw SceneError(path, "\(who) does nothing by will", wanted: "a figure", remedy: "write push = \"\(who)\"")
    }
    let act = try act(sentence, fields, who: who, from: spot)
    scene.deeds.append(Deed(at: try fields.time("at") ?? .zero, .act(figure: who, act)))
  }

  /// Who does what to what, as one text of two or three words.
  struct Sentence {
    var subject: String
    var verb: Doing
    var object: String?
    var text: String?

    /// The verbs that figures have acts for.
    static let verbs: [Doing] = [
      .walk, .run, .jump, .throw, .kick, .take, .drop, .wave, .nod, .turn, .sit, .stand, .dance, .look, .fall, .say,
    ]

    init(_ fields: Fields) throws(SceneError) {
      guard let first = fields.table.list.first else {
        throw SceneError(
          fields.path, "nothing is done",
          remedy: "write { at = 1, \"player throws ball\" } or { at = 1, push = \"crate\", … }")
      }
      let words = try Fields.text(first, at: fields.path).split(separator: " ").map(String.init)
      guard (2...3).contains(words.count) else {
        throw SceneError(fields.path, first.words, wanted: "two or three words", remedy: "write \"player throws ball\"")
      }
      let forms = Self.verbs.flatMap { [$0.rawValue] + Inflection.presentAndPast(of: $0.rawValue).prefix(1) }
      guard
        let verb = Self.verbs.first(where: {
          $0.rawValue == words[1] || Inflection.presentAndPast(of: $0.rawValue)[0] == words[1]
        })
      else { throw .unknown(words[1], "verb", among: forms, at: fields.path) }
      (subject, self.verb, object) = (words[0], verb, words.count > 2 ? words[2] : nil)
      text = try fields.table.list.dropFirst().first.map { (value) throws(SceneError) in
        try Fields.text(value, at: fields.path)
      }
    }
  }

  private func act(_ sentence: Sentence, _ fields: Fields, who: String, from spot: Spot) throws(SceneError) -> Act {
    func duration(_ usual: Double) throws(SceneError) -> Time {
      try fields.number("seconds", 0.1...120, "s").flatMap(Time.init(seconds:)) ?? Time(ticks: Int64(usual), rate: 1)
    }
    switch sentence.verb {
    case .walk: return .walk(to: try goal(fields, from: spot))
    case .run: return .run(to: try goal(fields, from: spot))
    case .jump:
      return .jump(
        height: try fields.number("height", 0...5, "m") ?? 0.4, length: try fields.number("length", 0...10, "m") ?? 0)
    case .throw: return .throw(try aim(fields))
    case .kick: return .kick(thing: try object(sentence, fields), try aim(fields))
    case .take: return .take(thing: try object(sentence, fields))
    case .drop: return .drop
    case .wave: return .wave(for: try duration(2))
    case .nod: return .nod
    case .turn: return .turn(heading: try heading(fields, from: spot.origin) ?? 0)
    case .sit: return .sit
    case .stand: return .stand
    case .dance: return .dance(for: try duration(3))
    case .look: return .look(at: try place(fields) ?? Vector(0, 1.5, 5))
    case .fall: return .fall
    default:
      guard let text = sentence.text else {
        throw SceneError(fields.path, "what \(who) says is missing", remedy: "write { \"\(who) says\", \"Hello.\" }")
      }
      return .say(text)
    }
  }

  private func object(_ sentence: Sentence, _ fields: Fields) throws(SceneError) -> String {
    guard let object = sentence.object else {
      throw SceneError(
        fields.path, "what it is done to is missing",
        remedy: "write \"\(sentence.subject) \(sentence.verb.rawValue)s ball\"")
    }
    let (name, spot) = try find(object, "thing", at: fields.path)
    guard !spot.isFigure else { throw SceneError(fields.path, "\(name) is a figure", wanted: "a thing") }
    return name
  }

  /// The place that `to` says: of what has a name, its middle.
  private func place(_ fields: Fields) throws(SceneError) -> Vector? {
    switch fields["to"] {
    case nil: return nil
    case .text(let name)?: return try find(name, at: fields.place(of: "to")).1.bounds.center
    case let value?: return try Fields.vector(value, within: 1000, "m", at: fields.place(of: "to"))
    }
  }

  /// Where a walk ends: at a place, or within an arm's length before what has a name.
  private func goal(_ fields: Fields, from spot: Spot) throws(SceneError) -> Vector {
    guard case .text(let name)? = fields["to"] else { return try place(fields) ?? spot.origin + Vector(3, 0, 0) }
    let (_, there) = try find(name, at: fields.place(of: "to"))
    let start = Vector(spot.origin.x, 0, spot.origin.z)
    let way = Vector(there.bounds.center.x, 0, there.bounds.center.z) - start
    let near = there.bounds.radius + 0.45
    return start + way.normalized * max(way.length - near, 0)
  }

  private func aim(_ fields: Fields) throws(SceneError) -> Aim {
    let outcome = try fields.choice("outcome", "outcome", of: Aim.Outcome.self) ?? .hits
    let speed = try fields.number("speed", 0.5...60, "m/s")
    if let direction = try fields.vector("toward", within: 1000, "a direction") {
      guard direction.length > 0 else {
        throw SceneError(fields.place(of: "toward"), "no direction", wanted: "a direction")
      }
      return Aim(.direction(direction), outcome, speed: speed)
    }
    if case .text(let name)? = fields["to"] {
      return Aim(.thing(try find(name, at: fields.place(of: "to")).0), outcome, speed: speed)
    }
    return Aim(try place(fields).map(Aim.Target.place) ?? .direction(Vector(1, 0.6, 0)), outcome, speed: speed)
  }

  /// The things that a name stands for: of a group, each.
  private func things(_ fields: Fields, _ key: String) throws(SceneError) -> [String] {
    let name = try fields.text(key) ?? ""
    if let group = groups[name], group.allSatisfy({ $0.hasPrefix("\(name)_") }) { return group }
    let (found, spot) = try find(name, "thing", at: fields.place(of: key))
    guard !spot.isFigure else { throw SceneError(fields.place(of: key), "\(name) is a figure", wanted: "a thing") }
    return [found]
  }

  private mutating func readPush(_ entry: SceneValue, at path: String) throws(SceneError) {
    let fields = try Fields(entry, at: path, names: ["at", "push", "impulse", "on"])
    guard let impulse = try fields.vector("impulse", within: 1e6, "N·s") else {
      throw SceneError(path, "how hard it is pushed is missing", remedy: "write impulse = { 3, 0, 0 } (N·s)")
    }
    let place = try fields.vector("on", within: 1000, "m") ?? .zero
    let time = try fields.time("at") ?? .zero
    for name in try things(fields, "push") {
      scene.deeds.append(Deed(at: time, .push(thing: name, impulse: impulse, place: place)))
    }
    try limit()
  }

  private mutating func readChange(_ entry: SceneValue, at path: String) throws(SceneError) {
    let names = ["at", "change", "mass", "friction", "bounce", "weight", "velocity", "spin"]
    let fields = try Fields(entry, at: path, names: names)
    var change = Deed.Change()
    change.mass = try fields.number("mass", 0.0001...1e6, "kg")
    change.friction = try fields.number("friction", 0...2)
    change.restitution = try fields.number("bounce", 0...1)
    change.weight = try fields.number("weight", -100...100)
    change.velocity = try fields.vector("velocity", within: 200, "m/s")
    change.spin = try fields.vector("spin", within: 500, "radians a second")
    let time = try fields.time("at") ?? .zero
    for name in try things(fields, "change") { scene.deeds.append(Deed(at: time, .change(thing: name, change))) }
    try limit()
  }

  /// A link lets go, by its place in `links`.
  private mutating func readRelease(_ entry: SceneValue, at path: String) throws(SceneError) {
    let fields = try Fields(entry, at: path, names: ["at", "release"])
    let number = try fields.number("release", 1...1000, "a place in links") ?? 1
    let link = firstLink + Int(number) - 1
    guard scene.links.indices.contains(link) else {
      throw SceneError("\(path).release", "there is no link \(number.short)", wanted: "a place in links")
    }
    scene.deeds.append(Deed(at: try fields.time("at") ?? .zero, .release(link: link)))
  }

  private func limit() throws(SceneError) {
    guard scene.deeds.count <= 1000 else {
      throw SceneError("actions", "more than 1000 pushes", wanted: "fewer, or smaller groups")
    }
  }
}
