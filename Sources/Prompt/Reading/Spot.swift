internal import World

/// Where something of the scene is, for what is placed or aimed by its name.
struct Spot {
  var bounds: Bounds
  /// Its own origin.
  var origin: Vector
  var isFigure = false
  /// It is part of the place, and not of what is told.
  var isScenery = false
  var isFixed = false
  var mass = 0.0
}
