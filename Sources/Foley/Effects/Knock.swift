import Media

/// Knuckles on a door.
package struct Knock: ShortSound {
  package static let counts = 1...20
  package static let paces = 30.0...600.0

  package let material: Material
  package let count: Int
  package let pace: Double
  package let strength: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - count: 1 … 20.
  ///   - pace: Knocks a minute, 30 … 600.
  ///   - strength: 0 … 1.
  package init(
    on material: Material = .crate, count: Int = 3, pace: Double = 260, strength: Double = 0.7, seed: UInt64 = 0
  ) {
    precondition(Knock.counts.contains(count), "one knocks 1 to 20 times")
    precondition(Knock.paces.contains(pace), "knocks are from 30 to 600 a minute")
    precondition(Impact.strengths.contains(strength), "strength is from 0 to 1")
    (self.material, self.count, self.pace, self.strength, self.seed) = (material, count, pace, strength, seed)
  }

  var frameCount: Int { AudioBlock.frames(Double(count - 1) * 60 / pace + 0.8) }

  func played() -> AudioBlock {
    var block = AudioBlock(frameCount: frameCount)
    let (door, knuckle) = (Body(material, size: 0.8, damping: 1.2), Body(.flesh, size: 0.03, damping: 4))
    for knock in 0..<count {
      var dice = Dice(seed, Int64(knock), 1)
      let time = Double(knock) * 60 / pace + (knock > 0 ? dice.real(-0.012, 0.012) : 0)
      let blow = Strike(body: door, other: nil, speed: 1 + 4 * strength)
      blow.add(to: &block, at: AudioBlock.frames(time), gain: dice.real(0.8, 1), Dice(seed, 0, 2))
      Strike(body: knuckle, other: nil, speed: 1).add(to: &block, at: AudioBlock.frames(time), gain: 0.2, dice)
    }
    return block.finished(strength: strength, fadeOut: 0.2, floor: 40)
  }
}
