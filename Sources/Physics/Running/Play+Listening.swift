internal import CBullet
internal import Media
internal import World

// What can be heard of a step.

extension Play {
  func listen(at step: Int) {
    let time = Pulse.time(of: step)
    for blow in world.blows { log.hit(contact(blow, .hit, at: time)) }
    guard step % Pulse.heard == 0 else { return }
    for touch in world.touches {
      guard let kind = kind(of: touch) else { continue }
      log.note(contact(touch, kind, at: time))
    }
  }

  /// Rolling is when the place wanders and nothing slips.
  private func kind(of touch: CBulletMeeting) -> Contact.Kind? {
    if touch.slip > 0.08, touch.slip > 0.3 * touch.pace { return .slide }
    return touch.pace > 0.08 ? .roll : nil
  }

  private func contact(_ meeting: CBulletMeeting, _ kind: Contact.Kind, at time: Time) -> Contact {
    var (first, second) = (owners[Int(meeting.first)], owners[Int(meeting.second)])
    var pieces = (Int(meeting.first_piece), Int(meeting.second_piece))
    // The ground comes last, whatever Bullet's order.
    if first.mover == nil { (first, second, pieces) = (second, first, (pieces.1, pieces.0)) }
    let speed = kind == .hit ? meeting.speed : kind == .slide ? meeting.slip : meeting.pace
    let impulse = kind == .hit ? meeting.impulse : meeting.impulse * Double(Pulse.heard)
    return Contact(
      at: time, kind, place: Vector(meeting.place), impulse: impulse, speed: speed, first.name, second.name,
      sounds: (first.sound(of: pieces.0), second.sound(of: pieces.1)), size: min(first.size, second.size))
  }
}
