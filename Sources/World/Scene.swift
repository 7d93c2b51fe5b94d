package import Media

/// A small world and what happens in it: data alone, from which everything that is seen and heard follows.
///
/// Places are metres, x to the right, y up, z towards the viewer; the ground is at y = 0. Names are unlike each other across
/// things, sheets and figures. All numbers are finite and within the ranges that their fields state.
package struct Scene: Hashable, Sendable {
  package var duration: Time
  /// Chooses among what is left open: textures, drops, leaves, a gust.
  package var seed: UInt64
  package var place: Place
  package var ground: Ground
  package var water: Water?
  package var weather: Weather
  package var light: Lighting
  /// In m/s²; (0, −9.81, 0) on earth.
  package var gravity: Vector
  package var things: [Thing]
  package var links: [Link]
  package var sheets: [Sheet]
  package var figures: [Figure]
  /// In order of time.
  package var deeds: [Deed]
  /// In order of time; the first begins at 0.
  package var shots: [Shot]
  package var look: Look

  package init(
    duration: Time, seed: UInt64 = 0, place: Place = .studio, ground: Ground, water: Water? = nil,
    weather: Weather = Weather(), light: Lighting = Lighting(), gravity: Vector = Vector(0, -9.81, 0),
    things: [Thing] = [],
    links: [Link] = [], sheets: [Sheet] = [], figures: [Figure] = [], deeds: [Deed] = [], shots: [Shot],
    look: Look = .plain
  ) {
    self.duration = duration
    self.seed = seed
    self.place = place
    self.ground = ground
    self.water = water
    self.weather = weather
    self.light = light
    self.gravity = gravity
    self.things = things
    self.links = links
    self.sheets = sheets
    self.figures = figures
    self.deeds = deeds
    self.shots = shots
    self.look = look
  }
}
