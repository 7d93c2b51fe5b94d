/// What holds two things together, or one to the world.
package struct Link: Hashable, Sendable {
  package var kind: Kind
  /// A thing's name, and where on it, in its own space.
  package var first: End
  /// nil: the world.
  package var second: End

  package init(_ kind: Kind, _ first: End, _ second: End) {
    self.kind = kind
    self.first = first
    self.second = second
  }

  package struct End: Hashable, Sendable {
    /// nil: the world, and the place is the world's.
    package var thing: String?
    package var place: Vector

    package init(_ thing: String?, _ place: Vector) {
      self.thing = thing
      self.place = place
    }
  }

  package enum Kind: Hashable, Sendable {
    /// As one piece.
    case weld
    /// Turns every way about the point.
    case ball
    /// Turns about an axis of the first thing's own space, within angles (radians) if given; a motor turns it at `speed`
    /// radians a second with at most `torque` N·m.
    case hinge(axis: Vector, range: ClosedRange<Double>?, motor: Motor?)
    /// Slides along an axis of the first thing's own space, within metres.
    case slider(axis: Vector, range: ClosedRange<Double>, motor: Motor?)
    /// A rope of this length (m) and thickness (m): it hangs, swings and goes slack. It is drawn.
    case rope(length: Double, thickness: Double, material: Material)
    /// A spring of this length at rest (m) and stiffness (N/m), with damping (N·s/m). It is drawn.
    case spring(length: Double, stiffness: Double, damping: Double)
  }

  package struct Motor: Hashable, Sendable {
    package var speed: Double
    package var strength: Double

    package init(speed: Double, strength: Double) {
      self.speed = speed
      self.strength = strength
    }
  }
}
