internal import Media
internal import World

// What is done to the bodies when its time comes.

extension Play {
  func performCues(at step: Int) throws(PhysicsError) {
    while let cue = cues.first, cue.step <= step {
      cues.removeFirst()
      try perform(cue, at: step)
    }
  }

  private func perform(_ cue: Cue, at step: Int) throws(PhysicsError) {
    switch cue.kind {
    case .vanish(let mover): remove(mover)
    case .appear(let mover): try appear(mover, at: step)
    case .letGo(let link): letGo(link)
    case .change(let name, let change): for mover in movers(named: name) { self.change(mover, change) }
    case .grasp(let figure, let thing): for mover in movers(named: thing) { grasp(mover, by: figure) }
    case .fall(let figure): try fall(figure)
    case .release(let figure, let release): try self.release(release, by: figure, at: step)
    case .meetAgain(let mover): if let body = movers[mover].body { world.spare(body, family: 0) }
    case .push(let name, let impulse, let place):
      if let mover = movers(named: name).first { push(mover, impulse, place) }
    }
  }

  func movers(named name: String) -> [Int] { movers.indices.filter { movers[$0].name == name } }

  func add(_ cue: Cue) {
    let place = cues.firstIndex { $0.step > cue.step } ?? cues.endIndex
    cues.insert(cue, at: place)
  }

  private func appear(_ index: Int, at step: Int) throws(PhysicsError) {
    let mover = movers[index]
    movers[index].isThere = true
    movers[index].pose = pose(of: mover, at: Pulse.time(of: step)) ?? mover.pose
    guard mover.isSolid else { return }
    let (velocity, spin) = start(of: mover)
    let number = try world.add(
      movers[index].rigidBody(velocity: velocity, spin: spin, gravity: scene.gravity))
    movers[index].body = number
    owners.append(owner(of: index))
    states[index] = world.state(of: number)
    if case .held(let hand) = mover.drive { world.spare(number, family: performers[hand].family) }
    try tie(index)
  }

  private func start(of mover: Mover) -> (velocity: Vector, spin: Vector) {
    guard case .thing(let number) = mover.role else { return (.zero, .zero) }
    return mover.isFree ? (scene.things[number].velocity, scene.things[number].spin) : (.zero, .zero)
  }

  private func owner(of index: Int) -> Owner {
    let mover = movers[index]
    let sounds = mover.pieces.map { mover.parts[$0.part].material.substance.sound }
    return Owner(mover: index, name: mover.name, sounds: sounds, size: mover.size)
  }

  func remove(_ index: Int) {
    movers[index].isThere = false
    guard let body = movers[index].body else { return }
    world.remove(body)
    movers[index].body = nil
    states[index] = nil
    untie(index)
  }

  private func push(_ index: Int, _ impulse: Vector, _ place: Vector) {
    guard let body = movers[index].body, movers[index].isFree else { return }
    world.push(body, impulse, at: movers[index].pose(place))
  }

  private func change(_ index: Int, _ change: Deed.Change) {
    if let mass = change.mass { movers[index].mass = min(max(mass, 1e-5), 1e9) }
    if let weight = change.weight { movers[index].weight = weight }
    guard let body = movers[index].body else { return }
    let mover = movers[index]
    world.setSurface(of: body, friction: change.friction, restitution: change.restitution)
    guard mover.isFree, let state = states[index] else { return }
    if change.mass != nil { world.setMass(of: body, mover.mass, inertia: mover.inertia) }
    if change.weight != nil { world.setGravity(of: body, scene.gravity * mover.weight) }
    guard change.velocity != nil || change.spin != nil else { return }
    world.setVelocity(of: body, change.velocity ?? state.velocity, spin: change.spin ?? state.spin)
  }

  private func grasp(_ index: Int, by figure: Int) {
    guard let body = movers[index].body, movers[index].isFree, !performers[figure].hasFallen else { return }
    movers[index].drive = .held(by: figure)
    world.setMass(of: body, 0, inertia: .zero)
    world.spare(body, family: performers[figure].family)
  }

  /// A body that hands or will moved is physics' own from now on, at the speed it has.
  func loosen(_ index: Int) {
    guard let body = movers[index].body else { return }
    movers[index].drive = .free
    let mover = movers[index]
    world.setMass(of: body, mover.mass, inertia: mover.inertia)
    world.setGravity(of: body, scene.gravity * mover.weight)
  }

  private func fall(_ figure: Int) throws(PhysicsError) {
    performers[figure].hasFallen = true
    let first = performers[figure].movers.lowerBound
    for index in performers[figure].movers { loosen(index) }
    for joint in performers[figure].performance.joints {
      let (a, b) = (first + joint.parts.x, first + joint.parts.y)
      guard performers[figure].movers.contains(a), performers[figure].movers.contains(b) else { continue }
      try tie(joint, a, b)
    }
    for index in movers.indices where movers[index].drive == .held(by: figure) { drop(index) }
  }

  func drop(_ index: Int) {
    loosen(index)
    guard let body = movers[index].body else { return }
    world.spare(body, family: 0)
  }
}
