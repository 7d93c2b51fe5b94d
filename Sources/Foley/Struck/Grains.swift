import Media

/// What sand, snow or leaves do under a blow: many small collisions whose number and loudness die away (Cook, "Physically
/// informed sonic modeling", 1997).
struct Grains {
  let count: Int
  /// In which most of them fall.
  let seconds: Double
  /// Of a grain's tone, in hertz.
  let low: Double
  let high: Double
  let damping: Double
  /// How fast the tones rise: bubbles in mud.
  var rise = 0.0
  /// How loud one is, of the body's own thud.
  let share: Double

  /// Adds those of one blow.
  func add(to block: inout AudioBlock, at place: Int, gain: Double, _ dice: inout Dice) {
    for _ in 0..<count {
      // Later and later ones are fewer and softer.
      let late = dice.wait(rate: 3)
      let loud = dice.unit() * dice.unit() * Elementary.exp2(-late)
      let ping = Ping(
        frequency: dice.octaves(low, high), rise: rise, damping: damping * dice.real(0.7, 1.6),
        gain: gain * share * loud, pan: dice.real(-0.4, 0.4))
      ping.add(to: &block, at: place + AudioBlock.frames(min(late, 2) * seconds))
    }
  }

  /// Until the last of them is over.
  var ringing: Double { 2 * seconds + 7 / (0.7 * damping) }
}
