package import Media

/// Something in the world that is one rigid whole.
package struct Thing: Hashable, Sendable {
  /// How actions, joints and the camera call it; unlike that of all other things and figures.
  package var name: String
  /// At least one.
  package var parts: [Part]
  package var pose: Pose
  /// In m/s.
  package var velocity: Vector
  /// In radians a second about the world's axes.
  package var spin: Vector
  package var motion: Motion
  /// In kg; nil: as its parts' volumes and densities make it.
  package var mass: Double?
  /// In place of its materials', if given.
  package var friction: Double?
  package var restitution: Double?
  /// A factor of the pull of gravity: 1 is physics, and anything else is labelled as impossible.
  package var weight: Double
  /// The figure whose hand has it until it throws or drops it.
  package var holder: String?
  /// When it is there.
  package var span: TimeRange?

  package init(
    _ name: String, _ parts: [Part], at pose: Pose = .origin, velocity: Vector = .zero, spin: Vector = .zero,
    motion: Motion = .free, mass: Double? = nil, friction: Double? = nil, restitution: Double? = nil,
    weight: Double = 1, holder: String? = nil, span: TimeRange? = nil
  ) {
    self.name = name
    self.parts = parts
    self.pose = pose
    self.velocity = velocity
    self.spin = spin
    self.motion = motion
    self.mass = mass
    self.friction = friction
    self.restitution = restitution
    self.weight = weight
    self.holder = holder
    self.span = span
  }

  package enum Motion: Hashable, Sendable {
    /// Nothing moves it.
    case fixed
    /// It moves as physics has it.
    case free
    /// It goes through these poses at these times, and nothing stops it; before and after them it stands. In order of time.
    case path([Key])
  }

  package struct Key: Hashable, Sendable {
    package var time: Time
    package var pose: Pose

    package init(_ time: Time, _ pose: Pose) {
      self.time = time
      self.pose = pose
    }
  }
}
