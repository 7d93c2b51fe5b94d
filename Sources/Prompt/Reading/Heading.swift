internal import Media
internal import World

/// Directions on the ground.
enum Heading {
  /// The angle about y from z towards x, in radians; 0 for no direction.
  static func radians(_ direction: Vector) -> Double { Elementary.atan2(direction.x, direction.z) }
}
