internal import CBullet
internal import World

/// A link of the scene, and what has become of it.
struct Tie {
  let link: Link
  let number: Int
  /// Its joint in Bullet's world; none while an end is not there, and for springs.
  var joint: Int?
  var isWhole = true
}

extension CBulletJoint {
  /// - Parameters:
  ///   - first: The bodies, with their centres of mass; a nil `second` is the world.
  init?(_ link: Link, _ first: Mover, _ second: Mover?) {
    guard let body = first.body else { return nil }
    self.init()
    self.first = Int32(body)
    self.second = Int32(second?.body ?? -1)
    (low, high) = (1, 0)
    var axis = Vector(1, 0, 0)
    switch link.kind {
    case .weld: kind = CBULLET_WELD
    case .ball: kind = CBULLET_BALL
    case .rope(let length, _, _): (kind, high) = (CBULLET_ROPE, length)
    case .hinge(let about, let range, let motor):
      (kind, axis) = (CBULLET_HINGE, about)
      if let range { (low, high) = (range.lowerBound, range.upperBound) }
      if let motor { (speed, strength) = (motor.speed, motor.strength) }
    case .slider(let along, let range, let motor):
      (kind, axis) = (CBULLET_SLIDER, along)
      (low, high) = (range.lowerBound, range.upperBound)
      if let motor { (speed, strength) = (motor.speed, motor.strength) }
    case .spring: return nil
    }
    let turn = Rotation(from: Vector(1, 0, 0), to: axis)
    setFrames(first, Pose(link.first.place, turn), second, link.second.place)
  }

  /// A joint of a figure that goes limp: as it stands now is the middle of what it may bend to.
  init?(_ joint: FigureJoint, _ first: Mover, _ second: Mover) {
    guard let body = first.body, let other = second.body else { return nil }
    self.init()
    (self.first, self.second, kind) = (Int32(body), Int32(other), CBULLET_CONE_JOINT)
    (low, high) = (0, max(joint.reach, 0.05))
    let away = second.center - second.pose(joint.secondPlace)
    let turn = Rotation(from: Vector(1, 0, 0), to: first.pose.rotation.inverse(away))
    setFrames(first, Pose(joint.firstPlace, turn), second, joint.secondPlace)
  }

  /// The second's frame is turned in the world as the first's is now, so that all angles begin at 0.
  private mutating func setFrames(_ first: Mover, _ firstPlace: Pose, _ second: Mover?, _ secondPlace: Vector) {
    first_frame = CBulletPose(first.frame.inverse * firstPlace)
    let turn = first.pose.rotation * firstPlace.rotation
    guard let second else {
      second_frame = CBulletPose(Pose(secondPlace, turn))
      return
    }
    second_frame = CBulletPose(second.frame.inverse * Pose(secondPlace, second.pose.rotation.inverse * turn))
  }
}
