internal import Graph
internal import Media
internal import World

/// From a word and what is said of it to bodies, links and sheets.
extension SceneDraft {
  /// - Parameter number: Of copies, which; colours in a list take turns.
  mutating func make(
    _ word: ThingWord, _ fields: Fields, name: String, number: Int, offset: Vector, group: String
  ) throws(SceneError) {
    let isForm = word.name == "form"
    let scale = isForm ? 1 : try fields.number("size", 0.01...100, "of its usual size") ?? 1
    let color = try paint(fields, number) ?? word.color.flatMap { Color($0) }
    let maker = try Maker(
      vocabulary, material: try fields.text("material") ?? word.material,
      color: fields["material"] != nil && fields["color"] == nil ? nil : color, scale: scale, at: fields.path)
    guard word.sheet == nil else {
      return try makeSheet(word, fields, maker, name: name, offset: offset, group: group)
    }
    var bodies = [ThingWord.Body("", mass: word.mass, isFixed: word.isFixed, word.pieces)] + word.bodies
    if fields["material"] != nil { bodies[0].mass = nil }
    var made: [(body: ThingWord.Body, name: String, parts: [Part])] = []
    for body in bodies {
      let full = body.name.isEmpty ? name : "\(name) \(body.name)"
      made.append((body, full, try maker.parts(body.pieces, at: fields.path)))
    }
    let root = try rootPose(fields, made.flatMap(\.parts), offset: offset)
    var centers: [Vector] = []
    for (index, piece) in made.enumerated() {
      let center = Bounds(piece.parts, in: .origin)?.center ?? .zero
      centers.append(center)
      var thing = Thing(piece.name, piece.parts.moved(by: -center), at: Pose(root(center), root.rotation))
      thing.mass = piece.body.mass.map { $0 * scale * scale * scale }
      thing.motion = piece.body.isFixed ? .fixed : .free
      thing.weight = word.weight
      if index == 0 { try setPhysics(&thing, fields) }
      if index == 0 { shine(word, thing.parts, in: thing.pose) }
      if try fields.flag("fixed") == true { thing.motion = .fixed }
      try place(thing, group: group, at: fields.path)
    }
    scene.links += word.ties.map { tie in link(tie, made.map(\.name), centers, root, scale) }
  }

  private func paint(_ fields: Fields, _ number: Int) throws(SceneError) -> Color? {
    guard case .table(let table)? = fields["color"], !table.list.isEmpty else { return try fields.color("color") }
    return try Fields.color(table.list[number % table.list.count], at: fields.place(of: "color"))
  }

  /// Where the space of its pieces is: it stands at `at`, which is the lowest point of what was turned.
  private func rootPose(_ fields: Fields, _ parts: [Part], offset: Vector) throws(SceneError) -> Pose {
    let turn = Rotation(degrees: try fields.vector("turn", within: 360, "degrees") ?? .zero)
    var place = try fields.vector("at", within: 1000, "m") ?? .zero
    if let holder = try fields.text("held_by"), fields["at"] == nil { place = try hand(of: holder, fields) }
    place += offset
    let facing = try heading(fields, from: place) ?? 0
    let rotation = Rotation(about: .up, by: facing) * turn
    guard let bounds = Bounds(parts, in: Pose(.zero, rotation)) else { return Pose(place, rotation) }
    // What is turned over turns about its middle.
    let aside = turn == .none ? Vector.zero : bounds.center
    return Pose(place - Vector(aside.x, bounds.low.y, aside.z), rotation)
  }

  /// Beside and before the chest.
  private func hand(of holder: String, _ fields: Fields) throws(SceneError) -> Vector {
    let (_, spot) = try find(holder, "figure", at: fields.place(of: "held_by"))
    return Vector(spot.bounds.center.x, spot.bounds.low.y + spot.bounds.size.y * 0.6, spot.bounds.center.z)
  }

  /// An angle in degrees, or a name to look at; nil if nothing is said.
  func heading(_ fields: Fields, from place: Vector) throws(SceneError) -> Double? {
    switch fields["facing"] {
    case nil: return nil
    case .text(let name)?:
      let (_, spot) = try find(name, at: fields.place(of: "facing"))
      return Heading.radians(spot.bounds.center - place)
    case let value?:
      return try Fields.number(value, -3600...3600, "degrees, or a name", at: fields.place(of: "facing")) * .pi / 180
    }
  }

  private func setPhysics(_ thing: inout Thing, _ fields: Fields) throws(SceneError) {
    thing.mass = try fields.number("mass", 0.0001...1e6, "kg") ?? thing.mass
    thing.friction = try fields.number("friction", 0...2)
    thing.restitution = try fields.number("bounce", 0...1)
    thing.weight = try fields.number("weight", -100...100, "of what gravity pulls") ?? thing.weight
    thing.velocity = try fields.vector("velocity", within: 200, "m/s") ?? .zero
    thing.spin = try fields.vector("spin", within: 500, "radians a second") ?? .zero
    if try fields.flag("fixed") == false { thing.motion = .free }
    if let holder = try fields.text("held_by") {
      let (name, spot) = try find(holder, "figure", at: fields.place(of: "held_by"))
      guard spot.isFigure else {
        throw SceneError(fields.place(of: "held_by"), "\(name) is not a figure", wanted: "a figure")
      }
      thing.holder = name
    }
    thing.span = try span(fields)
    if let keys = try path(fields, thing.pose) { thing.motion = .path(keys) }
  }

  private func span(_ fields: Fields) throws(SceneError) -> TimeRange? {
    guard fields["from"] != nil || fields["till"] != nil else { return nil }
    let start = try fields.time("from") ?? .zero
    let end = try fields.time("till") ?? Time(flicks: 120 * Time.flicksPerSecond)
    guard start < end else {
      throw SceneError(fields.place(of: "till"), "it ends before it begins", wanted: "more than from")
    }
    return TimeRange(start, end)
  }

  /// `path = { { 0, { 0, 0, 0 } }, { 2, { 3, 0, 0 } } }`: where it stands at times.
  private func path(_ fields: Fields, _ pose: Pose) throws(SceneError) -> [Thing.Key]? {
    guard fields["path"] != nil else { return nil }
    let stand = try fields.vector("at", within: 1000, "m") ?? .zero
    var keys: [Thing.Key] = []
    for (index, entry) in try list(fields, "path", most: 100).enumerated() {
      let path = "\(fields.path).path.\(index + 1)"
      guard case .table(let table) = entry, table.list.count == 2, table.fields.isEmpty else {
        throw SceneError(path, entry.words, wanted: "a time and a place", remedy: "write { 2, { 3, 0, 0 } }")
      }
      let time = Time(seconds: try Fields.number(table.list[0], 0...120, "s", at: path)) ?? .zero
      guard keys.last.map({ $0.time < time }) ?? true else {
        throw SceneError(path, "\(time)", wanted: "a later time than before")
      }
      let place = try Fields.vector(table.list[1], within: 1000, "m", at: path)
      keys.append(Thing.Key(time, Pose(pose.position - stand + place, pose.rotation)))
    }
    return keys
  }

  private mutating func place(_ thing: Thing, group: String, at path: String) throws(SceneError) {
    let bounds = Bounds(thing.parts, in: thing.pose) ?? Bounds(thing.pose.position, thing.pose.position)
    let spot = Spot(
      bounds: bounds, origin: thing.pose.position, isFixed: thing.motion == .fixed, mass: thing.mass ?? thing.parts.mass
    )
    try add(thing.name, spot, at: path)
    groups[group, default: []].append(thing.name)
    scene.things.append(thing)
  }

  private func link(
    _ tie: ThingWord.Tie, _ names: [String], _ centers: [Vector], _ root: Pose, _ scale: Double
  ) -> Link {
    let (first, second) = (tie.firstPlace * scale, tie.secondPlace * scale)
    let length = max((first - second).length, 0.01)
    let kind: Link.Kind
    switch tie.kind {
    case .weld: kind = .weld
    case .ball: kind = .ball
    case .hinge(let axis): kind = .hinge(axis: axis, range: nil, motor: nil)
    case .rope(let thickness):
      kind = .rope(length: length, thickness: thickness * scale, material: rope)
    case .spring(let stiffness, let damping): kind = .spring(length: length, stiffness: stiffness, damping: damping)
    }
    return Link(
      kind, Link.End(names[tie.first], first - centers[tie.first]),
      Link.End(names[tie.second], second - centers[tie.second]))
  }

  var rope: Material {
    var material = vocabulary.material("fabric")?.material ?? scene.ground.material
    material.surface.paint(Color(rgba: 0xd8d2c4ff))
    return material
  }

  private mutating func makeSheet(
    _ word: ThingWord, _ fields: Fields, _ maker: Maker, name: String, offset: Vector, group: String
  ) throws(SceneError) {
    guard let kind = word.sheet?.scaled(by: maker.scale) else { return }
    let parts = try maker.parts(word.pieces, at: fields.path)
    let stand = try word.bodies.map { body throws(SceneError) in try maker.parts(body.pieces, at: fields.path) }
    let root = try rootPose(fields, parts + stand.flatMap { $0 }, offset: offset)
    for (body, parts) in zip(word.bodies, stand) {
      try place(Thing("\(name) \(body.name)", parts, at: root, motion: .fixed), group: group, at: fields.path)
    }
    let lift = Bounds(parts, in: .origin)?.center ?? .zero
    let pose = Pose(root(Vector(0, lift.y, 0)), root.rotation)
    let mass = try fields.number("mass", 0.0001...1e6, "kg") ?? (word.mass ?? 1) * maker.scale * maker.scale
    let sheet = Sheet(
      name, try stiffened(kind, fields), at: pose, of: maker.material, mass: mass,
      held: try held(fields, kind, usually: word.bodies.isEmpty ? [2, 3] : [0, 3]))
    let bounds = Bounds(parts, in: root) ?? Bounds(pose.position, pose.position)
    try add(name, Spot(bounds: bounds, origin: pose.position, mass: mass), at: fields.path)
    groups[group, default: []].append(name)
    scene.sheets.append(sheet)
  }

  private func stiffened(_ kind: Sheet.Kind, _ fields: Fields) throws(SceneError) -> Sheet.Kind {
    guard case .jelly(let size, let usual) = kind else { return kind }
    return .jelly(size: size, stiffness: try fields.number("stiffness", 0...1) ?? usual)
  }

  private func held(_ fields: Fields, _ kind: Sheet.Kind, usually corners: Set<Int>) throws(SceneError) -> Set<Int> {
    guard case .cloth = kind else { return [] }
    guard case .table(let table)? = fields["held"] else {
      return try fields.text("held") == "none" ? [] : corners
    }
    var corners: Set<Int> = []
    for corner in table.list {
      corners.insert(Int(try Fields.number(corner, 1...4, "a corner", at: fields.place(of: "held"))) - 1)
    }
    return corners
  }
}

extension Sheet.Kind {
  func scaled(by factor: Double) -> Sheet.Kind {
    switch self {
    case .cloth(let width, let height): .cloth(width: width * factor, height: height * factor)
    case .jelly(let size, let stiffness): .jelly(size: size * factor, stiffness: stiffness)
    }
  }
}
