internal import World

/// How something stands with the water.
struct Wetness {
  /// Of each part, made when it first gets near the water.
  var parts: [Tetrahedra?] = []
  var isWet = false
  /// In seconds: when it last made a ring.
  var lastRing = -1.0
  /// In seconds: when it was last wet.
  var lastWet = -1.0
}
