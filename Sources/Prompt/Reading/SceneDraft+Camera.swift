internal import Media
internal import World

/// Where the camera is: told by a word and what it shows, or by places.
extension SceneDraft {
  private static let shotNames = [
    "at", "shot", "of", "follow", "eye", "target", "to_eye", "to_target", "angle", "blur", "sway",
  ]

  mutating func readCamera(_ top: Fields) throws(SceneError) {
    let entries = try list(top, "camera", most: 100)
    for (index, entry) in (entries.isEmpty ? [.table(SceneTable())] : entries).enumerated() {
      scene.shots.append(try shot(entry, at: "camera.\(index + 1)"))
    }
    scene.shots[0].start = .zero
    for index in scene.shots.indices.dropFirst() where scene.shots[index].start <= scene.shots[index - 1].start {
      throw SceneError(
        "camera.\(index + 1).at", "\(scene.shots[index].start)", wanted: "a later time than the shot before")
    }
  }

  private func shot(_ entry: SceneValue, at path: String) throws(SceneError) -> Shot {
    let fields = try Fields(entry, at: path, names: Self.shotNames)
    let name = try fields.text("shot") ?? "wide"
    guard let word = vocabulary.shot(name) else {
      throw .unknown(name, "shot", among: vocabulary.shots.flatMap(\.names), at: fields.place(of: "shot"))
    }
    let followed = try fields.text("follow").map { (name) throws(SceneError) in
      try find(name, at: fields.place(of: "follow"))
    }
    let angle = try fields.number("angle", 1...150, "degrees").map { $0 * .pi / 180 } ?? 0.7
    let close = word.reach < 0.8 && followed == nil ? try mover(fields) : nil
    let framing = Framing(word, about: try focus(fields, isClose: word.reach < 0.8), angle: angle)
    var (from, to) = framing.views
    if let spot = (followed ?? close)?.1 {
      // What is followed adds its own place, so the target is told from there: for a figure its chest.
      let offset = spot.isFigure ? Vector(0, spot.bounds.size.y * 0.55, 0) : .zero
      (from.target, to.target) = (offset, offset)
      if word.follows { (from.eye, to.eye) = beside(course(of: followed?.0 ?? ""), from.eye, of: spot) }
    }
    let isFixed = fields["eye"] != nil || fields["target"] != nil
    from.eye = try fields.vector("eye", within: 2000, "m") ?? from.eye
    from.target = try fields.vector("target", within: 2000, "m") ?? from.target
    to.eye = try fields.vector("to_eye", within: 2000, "m") ?? (isFixed ? from.eye : to.eye)
    to.target = try fields.vector("to_target", within: 2000, "m") ?? (isFixed ? from.target : to.target)
    return Shot(
      start: try fields.time("at") ?? .zero, from: from, to: to, follow: (followed ?? close)?.0, angle: angle,
      aperture: try fields.number("blur", 0...1, "m") ?? 0, sway: try fields.number("sway", 0...1, "m") ?? word.sway)
  }

  /// Of a close shot the figure, if it goes somewhere: then the camera waits where it comes to.
  private func mover(_ fields: Fields) throws(SceneError) -> (String, Spot)? {
    guard case .text(let name)? = fields["of"] else { return nil }
    let found = try find(name, at: fields.place(of: "of"))
    return found.1.isFigure && course(of: found.0).length > 0.5 ? found : nil
  }

  /// The box about what the shot shows: what it names, or all that matters.
  ///
  /// - Parameter isClose: Of a figure by itself, the head and the shoulders.
  private func focus(_ fields: Fields, isClose: Bool) throws(SceneError) -> Bounds {
    switch fields["of"] {
    case nil: return all
    case .text(let name)?:
      let place = fields.place(of: "of")
      let (found, spot) = try find(name, at: place)
      guard isClose, spot.isFigure else { return try focus(name, at: place) }
      let way = course(of: found, until: try fields.time("at") ?? .zero)
      let bounds = Bounds(spot.bounds.low + way, spot.bounds.high + way)
      return spot.bounds.size.x > spot.bounds.size.y ? bounds : bounds.bust
    case .table(let table)? where table.fields.isEmpty && (1...20).contains(table.list.count):
      var bounds: Bounds?
      for (index, entry) in table.list.enumerated() {
        let path = "\(fields.place(of: "of")).\(index + 1)"
        let next = try focus(try Fields.text(entry, at: path), at: path)
        bounds = bounds?.union(next) ?? next
      }
      return bounds ?? all
    case let value?: throw SceneError(fields.place(of: "of"), value.words, wanted: "a name, or a list of names")
    }
  }

  private func focus(_ name: String, at path: String) throws(SceneError) -> Bounds {
    let first = try find(name, at: path).1.bounds
    return (groups[name] ?? []).reduce(first) { bounds, member in self[member].map { bounds.union($0.bounds) } ?? bounds
    }
  }

  /// All that is told of, and where figures go.
  private var all: Bounds {
    let told = spots.map(\.spot).filter { !$0.isScenery }.map(\.bounds) + goals + risings + falls
    guard let first = told.first else { return Bounds(Vector(-2, 0, -2), Vector(2, 1.8, 2)) }
    return told.dropFirst().reduce(first) { $0.union($1) }
  }

  /// Where one stands who pans after a runner: before the middle of the course, and as far back as that is long.
  private func beside(_ course: Vector, _ eye: Vector, of spot: Spot) -> (Vector, Vector) {
    let back = eye - spot.bounds.center
    let near = max(back.length, 0.5 * course.length)
    let place = spot.bounds.center + 0.5 * course + back.normalized * near
    return (place, place + 0.2 * course)
  }

  /// How far a figure goes in all: a shot that follows it goes along.
  private func course(of name: String, until end: Time = Time(flicks: .max)) -> Vector {
    guard let start = scene.figures.first(where: { $0.name == name })?.place else { return .zero }
    let goals = scene.deeds.compactMap { deed -> Vector? in
      guard deed.time < end else { return nil }
      switch deed.kind {
      case .act(name, .walk(let place)), .act(name, .run(let place)): return place
      default: return nil
      }
    }
    return goals.last.map { Vector($0.x - start.x, 0, $0.z - start.z) } ?? .zero
  }

  /// Where things are later that fall upwards: 4 m up at most, so that they do not become small.
  private var risings: [Bounds] {
    scene.things.compactMap { thing in
      guard thing.weight < 0, let bounds = self[thing.name]?.bounds else { return nil }
      let time = scene.duration.seconds
      let rise = Vector(0, min(-thing.weight * scene.gravity.length * time * time / 2, 4), 0)
      return Bounds(bounds.low + rise, bounds.high + rise)
    }
  }

  /// Where things come down that are in the air.
  private var falls: [Bounds] {
    scene.things.compactMap { thing in
      guard thing.motion == .free, thing.holder == nil, thing.weight > 0, let bounds = self[thing.name]?.bounds,
        bounds.low.y > 0.3
      else { return nil }
      return Bounds(Vector(bounds.low.x, min(bounds.low.y, 0), bounds.low.z), bounds.high)
    }
  }

  private var goals: [Bounds] {
    scene.deeds.compactMap { deed in
      switch deed.kind {
      case .act(_, .walk(let place)), .act(_, .run(let place)):
        Bounds(place - Vector(0.3, 0, 0.3), place + Vector(0.3, 1.7, 0.3))
      default: nil
      }
    }
  }
}

extension Bounds {
  /// A box of which a close shot, which cuts its sides, shows a standing figure's head and shoulders.
  fileprivate var bust: Bounds {
    let (height, middle) = (size.y, center)
    let reach = Vector(0.25, 0.35, 0.25) * height
    let head = Vector(middle.x, low.y + 0.88 * height, middle.z)
    return Bounds(head - reach, head + reach)
  }
}
