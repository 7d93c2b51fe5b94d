internal import Media
internal import World

// What moves by will or by plan: it is where it must be at the end of each step, whatever stands in its way.

extension Play {
  func driveMovers(from step: Int) {
    let next = Pulse.time(of: step + 1)
    for index in performers.indices where !performers[index].hasFallen { drive(performer: index, to: next) }
    for index in movers.indices {
      guard case .path(let keys) = movers[index].drive else { continue }
      drive(index, to: keys.pose(at: next))
    }
  }

  private func drive(performer index: Int, to time: Time) {
    let performer = performers[index]
    let poses = performer.performance.poses(at: time)
    for (mover, pose) in zip(performer.movers, poses) { drive(mover, to: pose) }
    performers[index].poses = poses
    performers[index].grip = performer.performance.grip(at: time)
    for mover in movers.indices where movers[mover].drive == .held(by: index) {
      drive(mover, to: performers[index].grip)
    }
  }

  private func drive(_ index: Int, to pose: Pose) {
    let (start, frame) = (movers[index].pose, movers[index].frame)
    movers[index].pose = pose
    guard let body = movers[index].body else { return }
    world.drive(body, from: start * frame, to: pose * frame, in: Pulse.seconds)
  }

  /// Where something that does not move by physics is at a time; nil for what does.
  func pose(of mover: Mover, at time: Time) -> Pose? {
    switch (mover.drive, mover.role) {
    case (.path(let keys), _): keys.pose(at: time)
    case (.held(let hand), _): performers[hand].grip
    case (.will, .figure(let number, let part)): performers[number].poses[part]
    default: nil
    }
  }
}

extension [Thing.Key] {
  /// Straight from key to key; before the first and after the last it stands. There is at least one.
  func pose(at time: Time) -> Pose {
    guard let next = firstIndex(where: { $0.time > time }) else { return self[count - 1].pose }
    guard next > 0 else { return self[0].pose }
    let (from, to) = (self[next - 1], self[next])
    let fraction = (time - from.time).seconds / (to.time - from.time).seconds
    return from.pose.mixed(with: to.pose, fraction)
  }
}
