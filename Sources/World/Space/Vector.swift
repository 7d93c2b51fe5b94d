/// A place, a direction or a velocity in the world, in metres or metres a second: x to the right, y up, z towards the viewer.
package typealias Vector = SIMD3<Double>

extension SIMD3<Double> {
  package static let up = Vector(0, 1, 0)

  package func dot(_ other: Vector) -> Double { x * other.x + y * other.y + z * other.z }

  package func cross(_ other: Vector) -> Vector {
    Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
  }

  package var length: Double { dot(self).squareRoot() }

  /// The same direction with length 1; of the zero vector, the zero vector.
  package var normalized: Vector {
    let length = length
    return length > 0 ? self / length : .zero
  }

  package var isFinite: Bool { x.isFinite && y.isFinite && z.isFinite }
}
