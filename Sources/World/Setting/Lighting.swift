package import Media

/// What lights the scene: a sun or moon, the sky, lamps.
package struct Lighting: Hashable, Sendable {
  /// Radians above the horizon (below it is night) and about y from z towards x.
  package var elevation: Double
  package var azimuth: Double
  /// Indoors there is no sun or sky but what comes through: 0 to 1.
  package var sky: Double
  package var lamps: [Lamp]

  package init(elevation: Double = 0.7, azimuth: Double = 0.6, sky: Double = 1, lamps: [Lamp] = []) {
    self.elevation = elevation
    self.azimuth = azimuth
    self.sky = sky
    self.lamps = lamps
  }

  package struct Lamp: Hashable, Sendable {
    package var place: Vector
    package var color: Color
    /// In candela, as a lamp of this strength has to every side.
    package var strength: Double
    /// In metres: what is larger has softer shadows.
    package var radius: Double

    package init(at place: Vector, color: Color = .white, strength: Double = 100, radius: Double = 0.1) {
      self.place = place
      self.color = color
      self.strength = strength
      self.radius = radius
    }
  }
}
