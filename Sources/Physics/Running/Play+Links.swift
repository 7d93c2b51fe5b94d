internal import CBullet
internal import World

// Links are made when both of their ends are there, and end when one is gone.

extension Play {
  func tie(_ mover: Int) throws(PhysicsError) {
    for index in links.indices where links[index].isWhole && links[index].joint == nil {
      guard let (first, second) = ends(of: links[index].link, with: mover) else { continue }
      guard let joint = CBulletJoint(links[index].link, first, second) else { continue }
      links[index].joint = try world.join(joint)
    }
  }

  func tie(_ joint: FigureJoint, _ first: Int, _ second: Int) throws(PhysicsError) {
    guard let joint = CBulletJoint(joint, movers[first], movers[second]) else { return }
    _ = try world.join(joint)
  }

  /// The bodies of a link, the first of which is a thing, if this mover is one of them and both are there.
  private func ends(of link: Link, with mover: Int) -> (Mover, Mover?)? {
    let names = [link.first.thing, link.second.thing]
    guard names.contains(movers[mover].name) else { return nil }
    guard let first = link.first.thing.flatMap(present) else { return nil }
    guard let name = link.second.thing else { return (first, nil) }
    return present(name).map { (first, $0) }
  }

  private func present(_ name: String) -> Mover? {
    movers(named: name).first.map { movers[$0] }.flatMap { $0.isThere ? $0 : nil }
  }

  func letGo(_ index: Int) {
    guard links.indices.contains(index) else { return }
    links[index].isWhole = false
    if let joint = links[index].joint { world.part(joint) }
    links[index].joint = nil
  }

  func untie(_ mover: Int) {
    for index in links.indices {
      let link = links[index].link
      if [link.first.thing, link.second.thing].contains(movers[mover].name) { links[index].joint = nil }
    }
  }

  /// Where the ends of a link are in the world; nil if it has let go, or one is not there.
  func ends(of index: Int) -> Record.Ends? {
    guard links[index].isWhole else { return nil }
    let link = links[index].link
    guard let first = place(of: link.first), let second = place(of: link.second) else { return nil }
    return Record.Ends(first: first, second: second)
  }

  private func place(of end: Link.End) -> Vector? {
    guard let thing = end.thing else { return end.place }
    return present(thing).map { $0.pose(end.place) }
  }

  func pullSprings() {
    for index in links.indices {
      guard case .spring(let length, let stiffness, let damping) = links[index].link.kind else { continue }
      guard let ends = ends(of: index) else { continue }
      pull(links[index].link, ends, Spring(length: length, stiffness: stiffness, damping: damping))
    }
  }

  private func pull(_ link: Link, _ ends: Record.Ends, _ spring: Spring) {
    let (first, second) = (
      link.first.thing.flatMap { movers(named: $0).first }, link.second.thing.flatMap { movers(named: $0).first }
    )
    let gap = ends.second - ends.first
    let way = gap.normalized
    let apart = (velocity(second, at: ends.second) - velocity(first, at: ends.first)).dot(way)
    let yielding = [(first, ends.first), (second, ends.second)].reduce(0) { $0 + yield(of: $1.0, at: $1.1, way) }
    let impulse = spring.impulse(stretched: gap.length - spring.length, apart: apart, yielding: yielding)
    push(first, way * impulse, at: ends.first)
    push(second, way * -impulse, at: ends.second)
  }

  private func velocity(_ mover: Int?, at place: Vector) -> Vector {
    mover.flatMap { states[$0] }?.velocity(at: place) ?? .zero
  }

  /// How much an impulse of 1 changes the speed along a direction.
  private func yield(of index: Int?, at place: Vector, _ way: Vector) -> Double {
    guard let index, movers[index].isFree, let state = states[index] else { return 0 }
    let turn = state.pose.rotation.inverse((place - state.pose.position).cross(way))
    return 1 / movers[index].mass + (turn * turn / movers[index].inertia).sum()
  }

  private func push(_ index: Int?, _ impulse: Vector, at place: Vector) {
    guard let index, movers[index].isFree, let body = movers[index].body else { return }
    world.push(body, impulse, at: place)
  }
}

struct Spring {
  var length: Double
  var stiffness: Double
  var damping: Double

  /// What it gives in a step, pulling if above 0.
  ///
  /// Soft springs swing as they are; what is too stiff or too much damped for the step is weakened until it cannot build up.
  func impulse(stretched: Double, apart: Double, yielding: Double) -> Double {
    let dt = Pulse.seconds
    let stiff = max(0, stiffness * dt * dt * yielding - 0.25)
    return (stiffness * stretched + damping * apart) * dt / (1 + stiff + damping * dt * yielding)
  }
}
