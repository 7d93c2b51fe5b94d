import Media

/// The small sounds of a screen: something was touched, has come, went wrong.
package struct Cue: ShortSound {
  package enum Kind: String, CaseIterable, Sendable {
    case click, tick, pop, ding, chime, success, error, beep, shutter
  }

  package static let pitches = 0.25...4.0

  package let kind: Kind
  package let pitch: Double
  package let strength: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - pitch: Times the usual one, 0.25 … 4.
  ///   - strength: 0 … 1.
  package init(_ kind: Kind, pitch: Double = 1, strength: Double = 0.8, seed: UInt64 = 0) {
    precondition(Cue.pitches.contains(pitch), "a cue's pitch is from 0.25 to 4 times the usual one")
    precondition(Impact.strengths.contains(strength), "strength is from 0 to 1")
    (self.kind, self.pitch, self.strength, self.seed) = (kind, pitch, strength, seed)
  }

  var frameCount: Int { AudioBlock.frames(kind.seconds) }

  func played() -> AudioBlock {
    var (block, dice) = (AudioBlock(frameCount: frameCount), Dice(seed))
    switch kind {
    case .click: click(&block, at: 0, 2_300, &dice)
    case .tick: click(&block, at: 0, 5_200, &dice)
    case .pop: pop(&block)
    case .ding: bell(&block, at: 0, 1_318.5)
    case .chime:
      for (order, note) in [784.0, 987.8, 1_174.7].enumerated() { bell(&block, at: 0.11 * Double(order), note) }
    case .success: for (order, note) in [659.3, 987.8].enumerated() { bell(&block, at: 0.12 * Double(order), note) }
    case .error: for order in 0..<2 { buzz(&block, at: 0.16 * Double(order)) }
    case .beep: beep(&block)
    case .shutter: for (time, tone) in [(0.0, 3_100.0), (0.055, 2_200)] { click(&block, at: time, tone, &dice) }
    }
    return block.finished(strength: strength, fadeOut: kind.seconds * 0.3, floor: 60)
  }

  /// A switch: a spring that snaps, and the case around it.
  private func click(_ block: inout AudioBlock, at time: Double, _ tone: Double, _ dice: inout Dice) {
    let place = AudioBlock.frames(time)
    for (ratio, damping, gain) in [(1.0, 420.0, 1.0), (1.62, 800, 0.8), (2.71, 1_400, 0.6), (0.31, 260, 0.35)] {
      Ping(frequency: tone * pitch * ratio * dice.real(0.98, 1.02), damping: damping, gain: gain)
        .add(to: &block, at: place)
    }
  }

  /// A cork, a bubble: the pitch leaps up while it dies.
  private func pop(_ block: inout AudioBlock) {
    Ping(frequency: 380 * pitch, rise: 26, damping: 60, gain: 1).add(to: &block, at: 0)
    Ping(frequency: 2_800 * pitch, damping: 900, gain: 0.25).add(to: &block, at: 0)
  }

  /// A bar that is struck: 1 : 2.756 : 5.404.
  private func bell(_ block: inout AudioBlock, at time: Double, _ note: Double) {
    for (order, partial) in Shape.bar.partials(struckAt: 0).prefix(4).enumerated() {
      let frequency = note * pitch * partial.ratio
      Ping(
        frequency: frequency, damping: 4.5 + frequency / 900, gain: 1 / (1 + 2.2 * Double(order)),
        pan: order.isMultiple(of: 2) ? -0.08 : 0.12
      ).add(to: &block, at: AudioBlock.frames(time))
    }
  }

  private func buzz(_ block: inout AudioBlock, at time: Double) {
    for harmonic in [1.0, 2, 3, 4, 5, 7] {
      Glide(
        from: 165 * pitch * harmonic, to: 155 * pitch * harmonic, seconds: 0.13, gain: 1 / harmonic, attack: 0.08
      ).add(to: &block, at: AudioBlock.frames(time))
    }
  }

  private func beep(_ block: inout AudioBlock) {
    Glide(from: 1_000 * pitch, to: 1_000 * pitch, seconds: 0.18, gain: 1, octave: 0.1, attack: 0.1).add(
      to: &block, at: 0)
  }
}

extension Cue.Kind {
  fileprivate var seconds: Double {
    switch self {
    case .click, .tick: 0.06
    case .pop: 0.14
    case .ding: 1.5
    case .chime: 1.7
    case .success: 1.4
    case .error: 0.32
    case .beep: 0.18
    case .shutter: 0.14
    }
  }
}
