package import Media

/// What a figure does. A deed's time is when it begins.
package enum Act: Hashable, Sendable {
  case walk(to: Vector)
  case run(to: Vector)
  /// Upwards and onwards, metres of each.
  case jump(height: Double, length: Double)
  /// Throws what it holds.
  case `throw`(Aim)
  /// Walks up to the thing, if it is out of reach, and kicks it.
  case kick(thing: String, Aim)
  /// Takes a thing that lies in reach, walking up to it first.
  case take(thing: String)
  /// Lets go of what it holds.
  case drop
  case wave(for: Time)
  case nod
  case turn(heading: Double)
  case sit
  case stand
  /// Dances on the spot.
  case dance(for: Time)
  /// Points or looks at a thing, a figure or a place.
  case look(at: Vector)
  /// Goes limp: from now on, physics has it.
  case fall
  /// Says a text; its mouth moves with what `speech` says of it.
  case say(String)
}
