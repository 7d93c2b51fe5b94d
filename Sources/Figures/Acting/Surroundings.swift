internal import Media
internal import World

/// What of a scene a figure needs to know: where things and others are, and how large what it handles is.
struct Surroundings {
  let gravity: Double
  private let things: [String: Thing]
  private let figures: [String: Figure]

  init(_ scene: Scene) {
    gravity = scene.gravity.length.held(0.5...30)
    things = Dictionary(scene.things.map { ($0.name, $0) }) { first, _ in first }
    figures = Dictionary(scene.figures.map { ($0.name, $0) }) { first, _ in first }
  }

  func has(_ thing: String) -> Bool { things[thing] != nil }

  /// Of a thing before physics moves it, or on its path; of a figure its chest. Nil: there is none.
  func place(of name: String, at time: Double) -> Vector? {
    if let figure = figures[name] { return (figure.place + .up * figure.height.held(0.05...30) * 0.7).near }
    return things[name].map { pose(of: $0, at: time).position.near }
  }

  private func pose(of thing: Thing, at time: Double) -> Pose {
    guard case .path(let keys) = thing.motion, let last = keys.last else { return thing.pose }
    guard let next = keys.firstIndex(where: { $0.time.seconds > time }) else { return last.pose }
    guard next > 0 else { return keys[0].pose }
    let (a, b) = (keys[next - 1], keys[next])
    return a.pose.mixed(with: b.pose, (time - a.time.seconds) / (b.time.seconds - a.time.seconds))
  }

  /// Where an aim points, seen from a place.
  func target(of aim: Aim, from place: Vector, at time: Double) -> Vector {
    switch aim.target {
    case .place(let target): target.near
    case .direction(let way): (place + way.near.normalized * 10).near
    case .thing(let name): ring(of: name, at: time) ?? self.place(of: name, at: time) ?? place + Vector(0, 0, 5)
    }
  }

  /// The middle of a hoop.
  private func ring(of name: String, at time: Double) -> Vector? {
    guard let thing = things[name], let ring = thing.parts.first(where: \.isRing) else { return nil }
    return pose(of: thing, at: time)(ring.pose.position).near
  }

  /// Half of the width that a hand meets, 1 mm ... 1 m.
  func radius(of thing: String) -> Double {
    let parts = things[thing]?.parts ?? []
    return parts.map { ($0.pose.position.near.length + $0.solid.halfWidth) }.max()?.held(0.001...1) ?? 0.05
  }

  /// How high one stands at a place: on the highest thing there that stands firmly, with room for feet. Nil: on the ground.
  ///
  /// - Parameter limit: What is higher is out of reach.
  func floor(at place: Vector, below limit: Double) -> Double? {
    let tops = things.values.flatMap { thing -> [Double] in
      guard thing.holder == nil, thing.motion == .fixed || thing.motion == .free, thing.span == nil else { return [] }
      return thing.parts.filter(\.isSolid).compactMap { $0.top(at: place, in: thing.pose) }
    }
    return tops.filter { $0 < limit && $0 > place.y + 0.02 }.max()
  }

  /// The heights at which somebody can sit within a distance: tops of things that stand there.
  func seat(near place: Vector, within distance: Double, heights: ClosedRange<Double>) -> Vector? {
    // In order of names, as the order of a dictionary is nobody's.
    things.values.sorted { $0.name < $1.name }.lazy.compactMap { thing in
      let centre = thing.pose.position.near
      guard (centre - place).level.length < distance, thing.motion == .fixed || thing.holder == nil else { return nil }
      let tops = thing.parts.map { (thing.pose * $0.pose).position.y + $0.solid.halfHeight }
      return tops.first { heights.contains($0) }.map { Vector(centre.x, $0, centre.z) }
    }.first
  }
}

extension Part {
  /// Of a level board or a disc, the height of its upper side over a place; nil: it is not below it.
  fileprivate func top(at place: Vector, in pose: Pose) -> Double? {
    let whole = pose * self.pose
    let local = whole.rotation.inverse(place - whole.position)
    guard whole.rotation(.up).y > 0.99 else { return nil }
    switch solid {
    case .box(let size) where abs(local.x) < size.x / 2 && abs(local.z) < size.z / 2 && min(size.x, size.z) > 0.1:
      return whole.position.y + size.y / 2
    case .cylinder(let radius, let height)
    where radius > 0.1 && local.x * local.x + local.z * local.z < radius * radius:
      return whole.position.y + height / 2
    default: return nil
    }
  }

  fileprivate var isRing: Bool { if case .ring = solid { true } else { false } }
}

extension Solid {
  fileprivate var halfWidth: Double {
    switch self {
    case .box(let size): size.min() / 2
    case .cylinder(let radius, _), .cone(let radius, _), .capsule(let radius, _): radius
    default: reach
    }
  }

  fileprivate var halfHeight: Double {
    switch self {
    case .box(let size): size.y / 2
    case .cylinder(_, let height), .cone(_, let height): height / 2
    default: reach
    }
  }
}
