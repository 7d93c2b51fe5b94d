import Media

/// A flash of lightning, heard.
///
/// After Ribner and Roy, "Acoustics of thunder", 1982: the channel is a crooked line, each of its pieces gives off a wave in
/// the shape of an N, and they come in as they are far away. Air swallows what is high on the way.
package struct Thunder: ShortSound {
  package static let distances = 0.1...10.0

  package let distance: Double
  package let strength: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - distance: In kilometres, 0.1, a crack and a bang, … 10, a rumble. It begins with the first that is heard.
  ///   - strength: 0 … 1.
  package init(distance: Double = 1.5, strength: Double = 0.9, seed: UInt64 = 0) {
    precondition(Thunder.distances.contains(distance), "thunder is from 0.1 to 10 km away")
    precondition(Impact.strengths.contains(strength), "strength is from 0 to 1")
    (self.distance, self.strength, self.seed) = (distance, strength, seed)
  }

  private var seconds: Double { 9 + min(distance, 4) }
  var frameCount: Int { AudioBlock.frames(seconds) }

  func played() -> AudioBlock {
    var block = AudioBlock(frameCount: frameCount)
    addClaps(to: &block)
    block.swallow(above: 5_000 / (0.4 + distance))
    addRumble(to: &block)
    return block.finished(strength: strength, fadeOut: 3, floor: 22)
  }

  private struct Piece {
    let arrival: Double
    let loudness: Double
    let pan: Double
  }

  /// The channel, from the ground to 5 km, in pieces of some metres; a piece that is seen from its side is loudest.
  private func channel() -> [Piece] {
    var dice = Dice(seed)
    var (x, y, z) = (distance * 1000, 0.0, 0.0)
    var (leanX, leanY) = (0.0, 0.0)
    return (0..<900).map { _ in
      leanX = 0.93 * leanX + dice.real(-0.55, 0.55)
      leanY = 0.93 * leanY + dice.real(-0.55, 0.55)
      (x, y, z) = (x + 5.5 * leanX, y + 5.5 * leanY, z + 5.5)
      let away = max(30, (x * x + y * y + z * z).squareRoot())
      let along = (x * leanX + y * leanY + z) / (away * (1 + leanX * leanX + leanY * leanY).squareRoot())
      let side = max(0.05, 1 - abs(along))
      return Piece(arrival: away / 343, loudness: side * dice.real(0.3, 1) / away, pan: 1.5 * y / away)
    }
  }

  private func addClaps(to block: inout AudioBlock) {
    let pieces = channel()
    let first = pieces.map(\.arrival).min() ?? 0
    let nearest = pieces.map(\.loudness).max() ?? 1
    for piece in pieces {
      let length = AudioBlock.frames(0.004 + 0.002 * distance)
      let gain = piece.loudness / nearest
      block.addN(at: AudioBlock.frames(0.01 + piece.arrival - first), length: length, gain: gain, pan: piece.pan)
    }
  }

  /// What hills and clouds throw back.
  private func addRumble(to block: inout AudioBlock) {
    let (roll, top) = (Drift(seed, 7, rate: 2.3), block.peak)
    Hiss(.pink, .low, Dice(seed, 8)).add(to: &block) { sample in
      let time = Double(sample) / 48_000
      let level = min(1, time / (0.15 + 0.25 * distance)) * Elementary.exp2(-time / 2.4) * (0.5 + 0.5 * roll.at(time))
      let near = 260 / (0.5 + distance.squareRoot())
      return Tone(60 + near * Elementary.exp2(-time / 2), q: 0.8, gain: 1.1 * Double(top) * level)
    }
  }
}

extension AudioBlock {
  /// A wave like an N: up at once, down in a straight line, up at once.
  fileprivate mutating func addN(at place: Int, length: Int, gain: Double, pan: Double) {
    let shape = (0..<length).map { Float(1 - 2 * (Double($0) + 0.5) / Double(length)) }
    add(shape, at: place, gain: gain, pan: pan)
  }

  /// Air: a low-pass of fourth order.
  fileprivate mutating func swallow(above frequency: Double) {
    for _ in 0..<2 { filter(Filter(.low, frequency: frequency, q: 0.6), count: frameCount) }
  }
}
