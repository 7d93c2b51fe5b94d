internal import Media
internal import World

extension Simulation {
  func check() throws(PhysicsError) {
    guard scene.duration.seconds <= Simulation.mostSeconds else {
      throw .tooLong(scene.duration.seconds, limit: Simulation.mostSeconds)
    }
    try check(scene.duration.seconds, "duration", 0...Simulation.mostSeconds)
    let parts = scene.figures.reduce(0) { $0 + (performances[$1.name]?.parts.count ?? 0) }
    try check(scene.things.count + parts, of: "things and figures' parts", limit: Simulation.mostMovers)
    try check(scene.sheets.count, of: "sheets", limit: Simulation.mostSheets)
    try check(scene.links.count, of: "links", limit: 1000)
    try check(scene.deeds.count, of: "deeds", limit: 10_000)
    try check(scene.gravity, "gravity", limit: 1000)
    try check(scene.weather.wind, "wind", limit: 200)
    for thing in scene.things { try check(thing) }
    try check(scene.things.reduce(0) { $0 + $1.parts.count }, of: "parts", limit: 5000)
    for sheet in scene.sheets { try check(sheet) }
    for (number, link) in scene.links.enumerated() { try check(link, "link \(number + 1)") }
    for deed in scene.deeds { try check(deed) }
    if let water = scene.water { try check(water) }
  }

  private func check(_ count: Int, of what: String, limit: Int) throws(PhysicsError) {
    if count > limit { throw .tooMany(count, of: what, limit: limit) }
  }

  private func check(_ vector: Vector, _ place: String, limit: Double) throws(PhysicsError) {
    guard vector.isFinite, vector.length <= limit else {
      throw .outOfRange(
        place: place, value: "(\(vector.x), \(vector.y), \(vector.z))", wanted: "a length up to \(limit)")
    }
  }

  private func check(_ value: Double, _ place: String, _ range: ClosedRange<Double>) throws(PhysicsError) {
    guard range.contains(value) else {
      throw .outOfRange(place: place, value: "\(value)", wanted: "\(range.lowerBound) to \(range.upperBound)")
    }
  }

  private func check(_ pose: Pose, _ place: String) throws(PhysicsError) {
    try check(pose.position, place, limit: 10_000)
    let square = (pose.rotation.quaternion * pose.rotation.quaternion).sum()
    try check(square, "\(place), the square of its turn's length", 0.999...1.001)
  }

  private func check(_ thing: Thing) throws(PhysicsError) {
    let name = thing.name
    try check(thing.pose, "\(name), place")
    try check(thing.velocity, "\(name), velocity", limit: 400)
    try check(thing.spin, "\(name), spin", limit: 300)
    try check(thing.weight, "\(name), weight", -100...100)
    if let mass = thing.mass { try check(mass, "\(name), mass", 1e-5...1e9) }
    if let friction = thing.friction { try check(friction, "\(name), friction", 0...10) }
    if let restitution = thing.restitution { try check(restitution, "\(name), restitution", 0...1) }
    if case .path(let keys) = thing.motion {
      for key in keys { try check(key.pose, "\(name), path") }
    }
    guard !thing.parts.isEmpty else { throw .outOfRange(place: name, value: "no parts", wanted: "at least one") }
    try check(thing.parts.count, of: "parts of \(name)", limit: 200)
    for part in thing.parts { try check(part, name) }
  }

  private func check(_ part: Part, _ name: String) throws(PhysicsError) {
    try check(part.pose, "\(name), a part's place")
    let substance = part.material.substance
    try check(substance.density, "\(name), density", 0.1...25_000)
    try check(substance.friction, "\(name), friction", 0...10)
    try check(substance.rolling, "\(name), rolling", 0...1)
    try check(substance.restitution, "\(name), restitution", 0...1)
    for length in part.solid.lengths { try check(length, "\(name), a length", 0.001...1000) }
    guard case .mesh(let mesh) = part.solid else { return }
    try check(mesh.vertices.count, of: "vertices of \(name)", limit: 100_000)
    let isWhole = mesh.triangles.allSatisfy { Int($0.max()) < mesh.vertices.count }
    guard isWhole, mesh.vertices.count >= 4,
      mesh.vertices.allSatisfy({ abs($0.x) < 1000 && abs($0.y) < 1000 && abs($0.z) < 1000 })
    else {
      throw .outOfRange(
        place: "\(name), mesh", value: "corners it does not have", wanted: "4 vertices and more, within 1 km")
    }
  }

  private func check(_ sheet: Sheet) throws(PhysicsError) {
    try check(sheet.pose, "\(sheet.name), place")
    try check(sheet.mass, "\(sheet.name), mass", 1e-4...1e5)
    let size =
      switch sheet.kind {
      case .cloth(let width, let height): [width, height]
      case .jelly(let size, _): [size.x, size.y, size.z]
      }
    for length in size { try check(length, "\(sheet.name), size", 0.01...100) }
  }

  private func check(_ link: Link, _ place: String) throws(PhysicsError) {
    for end in [link.first, link.second] {
      try check(end.place, place, limit: 10_000)
      guard let name = end.thing else { continue }
      guard scene.things.contains(where: { $0.name == name }) else { throw .unknown(name, place: place) }
    }
    guard link.first.thing != nil else { throw .unknown("the world", place: "\(place), its first end") }
    for (name, value, range) in link.kind.numbers { try check(value, "\(place), \(name)", range) }
  }

  private func check(_ deed: Deed) throws(PhysicsError) {
    let place = "at \(deed.time)"
    switch deed.kind {
    case .act: break
    case .push(let thing, let impulse, let at):
      try checkName(thing, place)
      try check(impulse, "\(place), impulse", limit: 1e9)
      try check(at, "\(place), place", limit: 1000)
    case .change(let thing, let change):
      try checkName(thing, place)
      try check(change.velocity ?? .zero, "\(place), velocity", limit: 400)
      try check(change.spin ?? .zero, "\(place), spin", limit: 300)
      try check(change.mass ?? 1, "\(place), mass", 1e-5...1e9)
      try check(change.weight ?? 1, "\(place), weight", -100...100)
      try check(change.friction ?? 0, "\(place), friction", 0...10)
      try check(change.restitution ?? 0, "\(place), restitution", 0...1)
    case .release(let link):
      guard scene.links.indices.contains(link) else { throw .unknown("link \(link + 1)", place: place) }
    }
  }

  private func checkName(_ name: String, _ place: String) throws(PhysicsError) {
    let isKnown = scene.things.contains { $0.name == name } || scene.figures.contains { $0.name == name }
    if !isKnown { throw .unknown(name, place: place) }
  }

  private func check(_ water: Water) throws(PhysicsError) {
    try check(water.level, "water, level", -1000...1000)
    try check(water.depth, "water, depth", 0.01...10_000)
    try check(water.density, "water, density", 1...25_000)
    try check(water.waves.x, "water, height of waves", 0...20)
    try check(water.waves.y, "water, length of waves", 0...1000)
    try check(Vector(water.center.x, 0, water.center.y), "water, centre", limit: 10_000)
    guard let half = water.halfSize else { return }
    for length in [half.x, half.y] { try check(length, "water, half size", 0.01...10_000) }
  }
}

extension Solid {
  fileprivate var lengths: [Double] {
    switch self {
    case .sphere(let radius): [radius]
    case .box(let size): [size.x, size.y, size.z]
    case .cylinder(let radius, let height), .capsule(let radius, let height), .cone(let radius, let height):
      [radius, height]
    case .ring(let radius, let tube): [radius, tube]
    case .mesh: []
    }
  }
}

extension Link.Kind {
  fileprivate var numbers: [(String, Double, ClosedRange<Double>)] {
    switch self {
    case .weld, .ball: []
    case .hinge(let axis, let range, let motor), .slider(let axis, let range as ClosedRange<Double>?, let motor):
      [("axis", axis.length, 1e-6...1e6)] + Link.Kind.numbers(range, motor)
    case .rope(let length, let thickness, _): [("length", length, 0.001...1000), ("thickness", thickness, 0.0001...10)]
    case .spring(let length, let stiffness, let damping):
      [("length", length, 0...1000), ("stiffness", stiffness, 0...1e9), ("damping", damping, 0...1e9)]
    }
  }

  private static func numbers(
    _ range: ClosedRange<Double>?, _ motor: Link.Motor?
  ) -> [(String, Double, ClosedRange<Double>)] {
    let ends = range.map { [$0.lowerBound, $0.upperBound] } ?? []
    return ends.map { ("range", $0, -1000...1000) }
      + [("motor's speed", motor?.speed ?? 0, -1000...1000), ("motor's strength", motor?.strength ?? 0, 0...1e9)]
  }
}
