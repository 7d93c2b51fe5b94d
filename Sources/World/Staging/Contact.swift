package import Media

/// That two things met: what a sound is made of, and what a recipe may wait for.
package struct Contact: Hashable, Sendable {
  package var time: Time
  package var kind: Kind
  /// In the world.
  package var place: Vector
  /// In N·s: how hard. Of rolling and sliding: the force between them (N) times the step.
  package var impulse: Double
  /// In m/s: along the normal for a blow, along the surface for rolling and sliding.
  package var speed: Double
  /// The things' or figures' names; `ground`, `water`.
  package var first: String
  package var second: String
  /// What they sound like.
  package var firstSound: String
  package var secondSound: String
  /// The cube root of the smaller one's volume, in metres.
  package var size: Double

  package init(
    at time: Time, _ kind: Kind, place: Vector, impulse: Double, speed: Double, _ first: String, _ second: String,
    sounds: (String, String), size: Double
  ) {
    self.time = time
    self.kind = kind
    self.place = place
    self.impulse = impulse
    self.speed = speed
    self.first = first
    self.second = second
    (firstSound, secondSound) = sounds
    self.size = size
  }

  package enum Kind: String, CaseIterable, Sendable {
    case hit, roll, slide, splash, step
  }
}
