/// What the air does.
package struct Weather: Hashable, Sendable {
  /// 0 is a clear sky, 1 is covered.
  package var clouds: Double
  /// 0 to 1 each.
  package var rain: Double
  package var snow: Double
  /// The distance in metres at which 63 % of a thing's light is lost; nil: clear air.
  package var fog: Double?
  /// In m/s.
  package var wind: Vector
  /// 0 to 1: how much the wind swells and sinks.
  package var gusts: Double

  package init(
    clouds: Double = 0.2, rain: Double = 0, snow: Double = 0, fog: Double? = nil, wind: Vector = .zero,
    gusts: Double = 0.3
  ) {
    self.clouds = clouds
    self.rain = rain
    self.snow = snow
    self.fog = fog
    self.wind = wind
    self.gusts = gusts
  }
}
