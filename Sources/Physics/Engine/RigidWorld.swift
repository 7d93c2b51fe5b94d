internal import CBullet
internal import World

/// Rigid bodies under way: Bullet's world, and what of it we use.
///
/// Bodies and joints go by numbers; the numbers of what was removed are not used again.
final class RigidWorld {
  private let world: OpaquePointer

  init() throws(PhysicsError) {
    guard let world = cbullet_make() else { throw .outOfMemory }
    self.world = world
  }

  deinit { cbullet_free(world) }

  func add(_ body: RigidBody) throws(PhysicsError) -> Int {
    let number = body.withPieces { pieces in
      var state = body.state
      // Safe because Bullet copies what it is given.
      return pieces.baseAddress.map { cbullet_add(world, &state, $0, Int32(pieces.count)) } ?? -1
    }
    guard number >= 0 else { throw .outOfMemory }
    return Int(number)
  }

  func remove(_ body: Int) { cbullet_remove(world, Int32(body)) }

  func state(of body: Int) -> BodyState {
    let state = cbullet_state(world, Int32(body))
    return BodyState(pose: Pose(state.pose), velocity: Vector(state.velocity), spin: Vector(state.spin))
  }

  func setVelocity(of body: Int, _ velocity: Vector, spin: Vector) {
    cbullet_set_velocity(world, Int32(body), CBulletVector(velocity), CBulletVector(spin))
  }

  /// - Parameter mass: 0: nothing moves it but `drive`.
  func setMass(of body: Int, _ mass: Double, inertia: Vector) {
    cbullet_set_mass(world, Int32(body), mass, CBulletVector(inertia))
  }

  func setGravity(of body: Int, _ gravity: Vector) {
    cbullet_set_gravity(world, Int32(body), CBulletVector(gravity))
  }

  func setSurface(of body: Int, friction: Double?, restitution: Double?) {
    cbullet_set_surface(world, Int32(body), friction ?? -1, restitution ?? -1)
  }

  /// From now on the body passes through those of a family.
  func spare(_ body: Int, family: Int) { cbullet_spare(world, Int32(body), Int32(family)) }

  /// Puts a body of mass 0 somewhere, such that after `seconds` it is somewhere else.
  func drive(_ body: Int, from start: Pose, to end: Pose, in seconds: Double) {
    let velocity = (end.position - start.position) / seconds
    let spin = start.rotation.spin(to: end.rotation, in: seconds)
    cbullet_drive(world, Int32(body), CBulletPose(start), CBulletVector(velocity), CBulletVector(spin))
  }

  /// An impulse at a place in the world, and one that turns the body.
  func push(_ body: Int, _ impulse: Vector, at place: Vector, turn: Vector = .zero) {
    cbullet_push(world, Int32(body), CBulletVector(impulse), CBulletVector(place), CBulletVector(turn))
  }

  func join(_ joint: CBulletJoint) throws(PhysicsError) -> Int {
    var joint = joint
    let number = cbullet_join(world, &joint)
    guard number >= 0 else { throw .outOfMemory }
    return Int(number)
  }

  func part(_ joint: Int) { cbullet_part(world, Int32(joint)) }

  /// - Returns: Of how many smaller steps it was made.
  func step(_ seconds: Double) throws(PhysicsError) -> Int {
    let count = cbullet_step(world, seconds)
    guard count >= 0 else { throw .outOfMemory }
    return Int(count)
  }

  /// The blows of the last step, in order; at most a thousand of them.
  var blows: [CBulletMeeting] { meetings(cbullet_blows) }

  /// What touches now.
  var touches: [CBulletMeeting] { meetings(cbullet_touches) }

  private func meetings(
    _ read: (OpaquePointer, UnsafeMutablePointer<CBulletMeeting>, Int32) -> Int32
  ) -> [CBulletMeeting] {
    [CBulletMeeting](unsafeUninitializedCapacity: 1000) { buffer, count in
      // Safe because no more is written than the capacity that is told.
      guard let start = buffer.baseAddress else { return }
      count = min(Int(read(world, start, 1000)), 1000)
    }
  }
}

struct BodyState: Equatable {
  /// Of the centre of mass, turned as the principal axes.
  var pose: Pose
  var velocity: Vector
  var spin: Vector

  func velocity(at place: Vector) -> Vector { velocity + spin.cross(place - pose.position) }
}

extension Rotation {
  /// The speed at which a small turn takes this to another.
  func spin(to other: Rotation, in seconds: Double) -> Vector {
    let turn = (other * inverse).quaternion
    let half = Vector(turn.x, turn.y, turn.z) * (turn.w < 0 ? -1 : 1)
    return half * (2 / seconds)
  }
}
