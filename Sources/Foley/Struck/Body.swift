import Media

/// A thing that can be struck.
package struct Body: Sendable, Equatable {
  package static let sizes = 0.01...5.0
  package static let dampings = 0.1...50.0

  package let material: Material
  /// Its length, in metres.
  package let size: Double
  /// How much faster it falls silent than when it is free: a hand on it is 10.
  package let damping: Double

  /// - Parameters:
  ///   - size: In metres, 0.01 … 5. Pitch goes as 1/size.
  ///   - damping: 0.1 … 50; 1 is the material's own.
  package init(_ material: Material, size: Double, damping: Double = 1) {
    precondition(Body.sizes.contains(size), "a body is from 1 cm to 5 m long")
    precondition(Body.dampings.contains(damping), "a body is damped 0.1 to 50 times as its material")
    (self.material, self.size, self.damping) = (material, size, damping)
  }

  /// The lowest of its modes, in hertz: that of a free bar, 1.028 · thickness · √(E/ρ) / length². Every size is the same
  /// shape, so it goes as 1/size; and a bell's hum lies two octaves below its strike.
  var pitch: Double {
    let substance = material.substance
    return 1.028 * substance.thickness * substance.speedOfSound / size
  }

  /// In kg: a body half as wide as long.
  var mass: Double {
    let substance = material.substance
    return substance.density * substance.thickness * 0.5 * size * size * size
  }

  /// How fast a mode dies away (Rayleigh), in 1/s.
  func damping(at frequency: Double) -> Double {
    let (substance, omega) = (material.substance, 2 * Double.pi * frequency)
    return damping * 0.5 * (substance.alpha + substance.beta * omega * omega)
  }

  /// What swings when it is struck somewhere.
  ///
  /// A body radiates a mode the worse, the smaller it is beside the sound's wave in air: ka / √(1 + (ka)²).
  func modes(_ dice: inout Dice) -> ModeBank {
    let place = dice.real(0.08, 0.45)
    let detune = dice.real(0.985, 1.015)
    return ModeBank(
      material.substance.shape.partials(struckAt: place).map { ratio, gain in
        let frequency = pitch * ratio * detune
        let ka = .pi * frequency * size / 343
        return Mode(
          frequency: frequency, damping: damping(at: frequency),
          gain: gain * ka / (1 + ka * ka).squareRoot() * dice.real(0.8, 1.2), pan: dice.real(-0.3, 0.3))
      })
  }
}
