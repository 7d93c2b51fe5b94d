package import Media

/// Something that is done at a time: by a figure, to a thing, or to the world.
package struct Deed: Hashable, Sendable {
  package var time: Time
  package var kind: Kind

  package init(at time: Time, _ kind: Kind) {
    self.time = time
    self.kind = kind
  }

  package enum Kind: Hashable, Sendable {
    /// A figure does something.
    case act(figure: String, Act)
    /// An impulse in N·s at a place in the thing's own space.
    case push(thing: String, impulse: Vector, place: Vector)
    /// A figure or a thing becomes another from now on.
    case change(thing: String, Change)
    /// A link, by its place in the scene's list, lets go.
    case release(link: Int)
  }

  package struct Change: Hashable, Sendable {
    package var mass: Double?
    package var friction: Double?
    package var restitution: Double?
    package var weight: Double?
    package var velocity: Vector?
    package var spin: Vector?

    package init() {}
  }
}
