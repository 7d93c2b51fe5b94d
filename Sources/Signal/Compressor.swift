package import Media

/// Makes what is loud less loud: D. Giannoulis, M. Massberg, J. D. Reiss, "Digital Dynamic Range Compressor Design",
/// Journal of the Audio Engineering Society 60 (2012).
///
/// Feed-forward; the level is followed in decibels after the static curve, by the smooth decoupled detector (the paper's
/// equation 17): it has no jumps, and reaches the static curve's reduction on steady tones.
/// All channels are lowered alike, by the loudest of them.
package struct Compressor: SoundProcessor {
  /// In decibels of full scale.
  package static let thresholds = -80.0...0
  package static let ratios = 1.0...100
  /// In decibels.
  package static let knees = 0.0...40
  /// Time constants in seconds.
  package static let attacks = 0.0001...1.0
  /// Time constants in seconds: two thirds of the way back, nine tenths after 2.3 of them. 1 s is also the most in Web Audio.
  package static let releases = 0.01...1.0
  /// In decibels.
  package static let makeups = -20.0...40

  package let threshold, ratio, knee, attack, release, makeup: Double
  private let attackPole, releasePole: Double
  /// The reduction in decibels, before and after it is smoothed.
  private var (held, reduction) = (0.0, 0.0)

  /// - Precondition: all numbers lie inside their ranges.
  package init(
    threshold: Double = -20, ratio: Double = 4, knee: Double = 6, attack: Double = 0.005, release: Double = 0.1,
    makeup: Double = 0
  ) {
    precondition(Compressor.thresholds.contains(threshold), "a threshold is from -80 to 0 dB")
    precondition(Compressor.ratios.contains(ratio), "a ratio is from 1 to 100")
    precondition(Compressor.knees.contains(knee), "a knee is from 0 to 40 dB")
    precondition(Compressor.attacks.contains(attack), "an attack is from 0.0001 to 1 s")
    precondition(Compressor.releases.contains(release), "a release is from 0.01 to 1 s")
    precondition(Compressor.makeups.contains(makeup), "a makeup is from -20 to 40 dB")
    (self.threshold, self.ratio, self.knee) = (threshold, ratio, knee)
    (self.attack, self.release, self.makeup) = (attack, release, makeup)
    (attackPole, releasePole) = (Pole.afterOneSample(timeConstant: attack), Pole.afterOneSample(timeConstant: release))
  }

  /// Both detectors forget by their poles; a decibel more or less is at most an eighth of what comes out.
  package var memory: Int {
    let most = max(reduction(at: 0), 1e-3) * Decibels.amplitude(max(makeup, 0)) / 8
    let (short, long) = (min(attack, release), max(attack, release))
    // Two poles one after another: at most this many times what the slower leaves.
    let both = min(long / max(long - short, 1e-9), 40) + 1
    return min(longestMemory, Pole.samples(untilLeft: inaudible / (most * both), timeConstant: long))
  }

  /// The static curve's reduction, 0 or more, of a level in decibels of full scale; the paper's equation 4.
  package func reduction(at level: Double) -> Double {
    let over = level - threshold
    let slope = 1 - 1 / ratio
    if 2 * over <= -knee { return 0 }
    if 2 * over >= knee { return slope * over }
    return slope * (over + knee / 2) * (over + knee / 2) / (2 * knee)
  }

  package mutating func process(_ block: inout AudioBlock) {
    block.settle()
    var gains = block.peaks()
    gains.withUnsafeMutableBufferPointer { turnLevelsIntoGains($0) }
    block.multiply(by: gains)
  }

  private mutating func turnLevelsIntoGains(_ gains: UnsafeMutableBufferPointer<Float>) {
    Decibels.turnIntoLevels(gains)
    turnLevelsIntoReductions(gains)
    var (held, reduction) = (held, reduction)
    for index in gains.indices {
      let wanted = Double(gains[index])
      held = max(wanted, releasePole * held + (1 - releasePole) * wanted)
      reduction = attackPole * reduction + (1 - attackPole) * held
      gains[index] = Float(makeup - reduction)
    }
    (self.held, self.reduction) = (held, reduction)
    Decibels.turnIntoAmplitudes(gains)
  }

  /// The static curve, without branches.
  private func turnLevelsIntoReductions(_ levels: UnsafeMutableBufferPointer<Float>) {
    let (threshold, knee, slope) = (Float(threshold), Float(knee), Float(1 - 1 / ratio))
    let bend = knee > 0 ? 1 / (2 * knee) : 0
    for index in levels.indices {
      let over = levels[index] - threshold
      let inside = min(max(over + knee / 2, 0), knee)
      // The least keeps the detectors from numbers so small that processors are slow with them.
      levels[index] = max(slope * (inside * inside * bend + max(over - knee / 2, 0)), 1e-20)
    }
  }
}
