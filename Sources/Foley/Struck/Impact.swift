import Media

/// A blow: two things hit each other, once, and both ring.
package struct Impact: ShortSound {
  package static let strengths = 0.0...1.0

  package let body: Body
  package let other: Body?
  package let strength: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - other: What it hits; nil is something small and hard that is not heard itself.
  ///   - strength: 0 … 1; 1 is 10 m/s. Peak and speed follow it: softer is duller.
  ///   - seed: Where exactly it is struck, and small differences of its modes.
  package init(_ body: Body, against other: Body? = nil, strength: Double = 0.8, seed: UInt64 = 0) {
    precondition(Impact.strengths.contains(strength), "strength is from 0 to 1")
    (self.body, self.other, self.strength, self.seed) = (body, other, strength, seed)
  }

  private var strike: Strike { Strike(body: body, other: other, speed: 10 * strength) }

  var frameCount: Int { AudioBlock.frames(strike.seconds(Dice(seed))) }

  func played() -> AudioBlock {
    var block = AudioBlock(frameCount: frameCount)
    strike.add(to: &block, at: 0, gain: 1, Dice(seed))
    return block.finished(strength: strength)
  }
}
