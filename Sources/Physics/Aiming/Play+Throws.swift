internal import Media
internal import World

// What leaves a hand or a foot goes where it is aimed.

extension Play {
  func release(_ release: Release, by figure: Int, at step: Int) throws(PhysicsError) {
    guard let index = movers(named: release.thing).first, let body = movers[index].body else { return }
    guard movers[index].isFree || movers[index].drive == .held(by: figure) else { return }
    if !movers[index].isFree { loosen(index) }
    world.spare(body, family: performers[figure].family)
    // For as long as a hand or a foot may still be in its way.
    add(Cue(step: step + Int(Pulse.stepsPerSecond) * 2 / 5, kind: .meetAgain(mover: index)))
    guard let aim = release.aim else { return }
    let state = world.state(of: body)
    let flight = try Marksman(play: self, thrown: index, by: figure, aim: aim, from: state, at: step).flight()
    world.setVelocity(of: body, flight.velocity, spin: flight.spin)
    states[index] = world.state(of: body)
    guard let nearest = flight.nearest else { return }
    unreached.append(Unreached(time: Pulse.time(of: step), thing: release.thing, aim: aim, nearest: nearest))
  }
}
