internal import Media
package import World

/// A part of a thing in the dictionary: a form at a place, with y = 0 where the thing stands.
///
/// Lengths are metres, turns are degrees. A piece without a material of its own takes the thing's material and colour.
package struct Piece: Hashable, Sendable {
  package var solid: Solid
  package var place = Vector.zero
  package var turn = Vector.zero
  package var material: String?
  package var color: String?
  package var isSolid = true

  package static func ball(_ radius: Double) -> Piece { Piece(solid: .sphere(radius: radius)) }
  package static func box(_ width: Double, _ height: Double, _ depth: Double) -> Piece {
    Piece(solid: .box(size: Vector(width, height, depth)))
  }
  package static func rod(_ radius: Double, _ height: Double) -> Piece {
    Piece(solid: .cylinder(radius: radius, height: height))
  }
  /// A rod with round ends; `height` is that of the straight part.
  package static func pill(_ radius: Double, _ height: Double) -> Piece {
    Piece(solid: .capsule(radius: radius, height: height))
  }
  package static func cone(_ radius: Double, _ height: Double) -> Piece {
    Piece(solid: .cone(radius: radius, height: height))
  }
  package static func ring(_ radius: Double, _ tube: Double) -> Piece {
    Piece(solid: .ring(radius: radius, tube: tube))
  }

  /// Its middle is there.
  package func at(_ x: Double, _ y: Double, _ z: Double = 0) -> Piece {
    with { $0.place = Vector(x, y, z) }
  }

  /// Turned about x, then y, then z.
  package func turned(x: Double = 0, y: Double = 0, z: Double = 0) -> Piece {
    with { $0.turn = Vector(x, y, z) }
  }

  /// Of this material and colour, whatever the thing is made of.
  package func of(_ material: String, _ color: String? = nil) -> Piece {
    with { ($0.material, $0.color) = (material, color) }
  }

  /// Only seen: nothing meets it.
  package var seen: Piece { with { $0.isSolid = false } }

  /// The same, a number of times, at places.
  package func at(each places: [Vector]) -> [Piece] {
    places.map { place in with { $0.place = place } }
  }

  private func with(_ change: (inout Piece) -> Void) -> Piece {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Rotation {
  /// Turns about x, then y, then z, in degrees.
  init(degrees: Vector) {
    let radians = degrees * (Double.pi / 180)
    self =
      Rotation(about: Vector(0, 0, 1), by: radians.z) * Rotation(about: .up, by: radians.y)
      * Rotation(about: Vector(1, 0, 0), by: radians.x)
  }
}
