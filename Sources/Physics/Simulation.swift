package import World

/// A scene, checked, whose motion can be worked out.
///
/// What comes of it depends on nothing but the scene and the performances: one thread, equal steps, no clock, no chance
/// but the seed's. What is done at a time changes nothing before it, to the bit.
package struct Simulation: Sendable {
  let scene: Scene
  let performances: [String: any Performance]

  package static let mostSeconds = 120.0
  /// Things and figures' parts together.
  package static let mostMovers = 500
  package static let mostSheets = 8

  /// - Parameter performances: By the figure's name; a figure without one is not there.
  /// - Throws: `PhysicsError` for numbers beyond their ranges, unknown names, and more than there may be.
  package init(_ scene: Scene, performances: [String: any Performance] = [:]) throws(PhysicsError) {
    (self.scene, self.performances) = (scene, performances)
    try check()
  }

  /// - Throws: `.tooMuchWork`, `.outOfMemory`.
  package func run() throws(PhysicsError) -> Motion {
    try Play(scene, performances: performances).run()
  }
}
