internal import Media
internal import World

/// What holds things together: `{ "rope", "swing", "tree", length = 2 }`.
extension SceneDraft {
  private static let linkNames = [
    "at", "to", "length", "thickness", "material", "stiffness", "damping", "axis", "range", "speed", "strength", "cut",
  ]

  mutating func readLinks(_ top: Fields) throws(SceneError) {
    firstLink = scene.links.count
    for (index, entry) in try list(top, "links", most: 200).enumerated() {
      let path = "links.\(index + 1)"
      let fields = try Fields(entry, at: path, positions: 3, names: Self.linkNames)
      guard fields.table.list.count == 3 else {
        throw SceneError(
          path, "\(fields.table.list.count) names", wanted: "a kind and two names",
          remedy: "write { \"rope\", \"ball\", \"world\", to = { 0, 3, 0 } }")
      }
      let first = try end(fields, 1, place: "at", axis: .up)
      let second = try end(fields, 2, place: "to", axis: -.up)
      let distance = (first.inWorld - second.inWorld).length
      scene.links.append(Link(try kind(fields, distance: max(distance, 0.01)), first.end, second.end))
      if let time = try fields.time("cut") { scene.deeds.append(Deed(at: time, .release(link: scene.links.count - 1))) }
    }
  }

  /// A thing and a place on it, from its middle; or the world and a place there.
  private func end(_ fields: Fields, _ index: Int, place key: String, axis: Vector) throws(SceneError) -> (
    end: Link.End, inWorld: Vector
  ) {
    let name = try Fields.text(fields.table.list[index], at: "\(fields.path).\(index + 1)")
    let place = try fields.vector(key, within: 1000, "m")
    guard name != "world" else {
      guard index == 2 else {
        throw SceneError(fields.path, "the world comes first", wanted: "a thing", remedy: "change their order")
      }
      guard let place else {
        throw SceneError(fields.path, "where in the world is not said", remedy: "write \(key) = { 0, 3, 0 }")
      }
      return (Link.End(nil, place), place)
    }
    let (found, spot) = try find(name, "thing", at: "\(fields.path).\(index + 1)")
    guard let thing = scene.things.first(where: { $0.name == found }) else {
      throw SceneError(fields.path, "\(name) is not a rigid thing", wanted: "a thing")
    }
    let own = place ?? thing.pose.inverse(spot.bounds.center + axis * (spot.bounds.size.y / 2))
    return (Link.End(found, own), thing.pose(own))
  }

  private func kind(_ fields: Fields, distance: Double) throws(SceneError) -> Link.Kind {
    let name = try Fields.text(fields.table.list[0], at: fields.path)
    let axis = try fields.vector("axis", within: 1, "a direction") ?? Vector(0, 0, 1)
    guard axis.length > 0 else { throw SceneError(fields.place(of: "axis"), "no direction", wanted: "a direction") }
    let length = try fields.number("length", 0.01...1000, "m") ?? distance
    switch name {
    case "weld": return .weld
    case "ball": return .ball
    case "hinge":
      return .hinge(
        axis: axis.normalized, range: try range(fields, "degrees", factor: .pi / 180), motor: try motor(fields))
    case "slider":
      return .slider(
        axis: axis.normalized, range: try range(fields, "m", factor: 1) ?? -1...1, motor: try motor(fields))
    case "rope":
      let material = try fields.text("material").map { (name) throws(SceneError) in
        try Maker.material(name, in: vocabulary, at: fields.place(of: "material"))
      }
      return .rope(
        length: length, thickness: try fields.number("thickness", 0.001...1, "m") ?? 0.02, material: material ?? rope)
    case "spring":
      return .spring(
        length: length, stiffness: try fields.number("stiffness", 0.1...1e6, "N/m") ?? 200,
        damping: try fields.number("damping", 0...1e5, "N·s/m") ?? 1)
    default:
      throw .unknown(name, "link", among: ["weld", "ball", "hinge", "slider", "rope", "spring"], at: fields.path)
    }
  }

  private func range(_ fields: Fields, _ unit: String, factor: Double) throws(SceneError) -> ClosedRange<Double>? {
    guard let value = fields["range"] else { return nil }
    let path = fields.place(of: "range")
    guard case .table(let table) = value, table.list.count == 2 else {
      throw SceneError(path, value.words, wanted: "two numbers (\(unit))", remedy: "write { -45, 45 }")
    }
    let low = try Fields.number(table.list[0], -1000...1000, unit, at: path)
    let high = try Fields.number(table.list[1], -1000...1000, unit, at: path)
    guard low <= high else { throw SceneError(path, "the first is more than the second", remedy: "change their order") }
    return low * factor...high * factor
  }

  private func motor(_ fields: Fields) throws(SceneError) -> Link.Motor? {
    guard let speed = try fields.number("speed", -1000...1000, "radians or metres a second") else { return nil }
    return Link.Motor(speed: speed, strength: try fields.number("strength", 0...1e7, "N·m or N") ?? 100)
  }
}
