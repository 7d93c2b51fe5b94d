internal import CRays
internal import Media
internal import World

// What comes from a recipe is held to what can be drawn, so that no ray ever has a number that is none.

extension Double {
  /// As a single inside bounds; what is not a number is the lower one.
  func held(_ low: Double, _ high: Double) -> Float { self > low ? Float(Swift.min(self, high)) : Float(low) }
}

extension CRVector {
  init(_ vector: Vector) {
    self.init(x: vector.x.held(-1e5, 1e5), y: vector.y.held(-1e5, 1e5), z: vector.z.held(-1e5, 1e5))
  }

  init(_ vector: SIMD3<Float>) { self.init(Vector(vector)) }

  /// In linear light.
  init(_ color: Color) {
    self.init(x: Float(color.red.linear), y: Float(color.green.linear), z: Float(color.blue.linear))
  }

  static func * (vector: CRVector, factor: Float) -> CRVector {
    CRVector(x: vector.x * factor, y: vector.y * factor, z: vector.z * factor)
  }
}

extension Double {
  /// The light that an sRGB code stands for (IEC 61966-2-1).
  fileprivate var linear: Double {
    self <= 0.04045 ? self / 12.92 : Elementary.power((self + 0.055) / 1.055, 2.4)
  }
}

extension CRPose {
  init(_ pose: Pose) {
    let q = pose.rotation.quaternion
    let square = (q * q).sum()
    let unit = square > 1e-12 && square < 1e12 ? q / square.squareRoot() : SIMD4(0, 0, 0, 1)
    self.init(position: CRVector(pose.position), axis: CRVector(Vector(unit.x, unit.y, unit.z)), w: Float(unit.w))
  }
}
