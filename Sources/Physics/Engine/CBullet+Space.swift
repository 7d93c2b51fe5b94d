internal import CBullet
internal import World

// Between our words and C's.

extension CBulletVector {
  init(_ vector: Vector) { self.init(x: vector.x, y: vector.y, z: vector.z) }
}

extension Vector {
  init(_ vector: CBulletVector) { self.init(vector.x, vector.y, vector.z) }
}

extension CBulletPose {
  init(_ pose: Pose) {
    let turn = pose.rotation.quaternion
    self.init(position: CBulletVector(pose.position), x: turn.x, y: turn.y, z: turn.z, w: turn.w)
  }
}

extension Pose {
  init(_ pose: CBulletPose) {
    self.init(Vector(pose.position), Rotation(quaternion: SIMD4(pose.x, pose.y, pose.z, pose.w)))
  }
}
