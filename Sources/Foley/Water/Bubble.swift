import Media

/// A bubble of air in water, which rings when it is made; what all water sounds of.
///
/// After van den Doel, "Physically-based models for liquid sounds", 2005: pitch 3 / r (Minnaert), damping by radiation, heat
/// and friction 0.13 / r + 0.0072 / r^1.5, and a pitch that rises with the damping as the bubble comes to the surface.
struct Bubble {
  /// In metres.
  let radius: Double
  var gain = 1.0
  var pan = 0.0
  /// How near the surface it is: 0 stays, 0.1 rises as it dies.
  var rise = 0.0

  init(radius: Double, gain: Double = 1, pan: Double = 0, rise: Double = 0) {
    (self.radius, self.gain, self.pan, self.rise) = (radius, gain, pan, rise)
  }

  /// The one that rings with a pitch.
  init(pitch: Double, gain: Double = 1, pan: Double = 0, rise: Double = 0) {
    self.init(radius: 3 / pitch, gain: gain, pan: pan, rise: rise)
  }

  var damping: Double { 0.13 / radius + 0.0072 / (radius * radius.squareRoot()) }

  var ping: Ping { Ping(frequency: 3 / radius, rise: rise * damping, damping: damping, gain: gain, pan: pan) }
}
