package import Media

/// Lowers one sound while another, the key, is to be heard.
///
/// What the key asks for has no hard edge: nothing at 3 dB below the threshold, all at 3 dB above. It is held, comes back in
/// a straight line of decibels, and is smoothed by the attack, so that no gain jumps.
package struct Ducker: SoundProcessor {
  /// By how much, in decibels.
  package static let depths = 0.0...60
  /// The key's peaks, in decibels of full scale.
  package static let thresholds = -80.0...0
  /// Time constants in seconds.
  package static let attacks = 0.001...1.0
  /// In seconds, from all to nothing.
  package static let releases = 0.01...5.0
  /// In seconds; half a period of 25 Hz at least, so that a low key is one sound.
  package static let holds = 0.02...2.0
  private static let knee = 6.0

  private let depth, threshold, attack, release, hold: Double
  private let attackPole, step: Double
  private var loudest: SlidingMaximum
  /// What the loudest peak asks for, computed when it changes.
  private var (peak, wanted) = (Float(0), 0.0)
  /// The reduction in decibels, before and after it is smoothed.
  private var (held, reduction) = (0.0, 0.0)

  /// - Precondition: all numbers lie inside their ranges.
  package init(
    by depth: Double = 12, threshold: Double = -40, attack: Double = 0.05, release: Double = 0.5, hold: Double = 0.2
  ) {
    precondition(Ducker.depths.contains(depth), "sound is ducked by 0 to 60 dB")
    precondition(Ducker.thresholds.contains(threshold), "a threshold is from -80 to 0 dB")
    precondition(Ducker.attacks.contains(attack), "an attack is from 0.001 to 1 s")
    precondition(Ducker.releases.contains(release), "a release is from 0.01 to 5 s")
    precondition(Ducker.holds.contains(hold), "a hold is from 0.02 to 2 s")
    (self.depth, self.threshold, self.attack) = (depth, threshold, attack)
    (self.release, self.hold) = (release, hold)
    attackPole = Pole.afterOneSample(timeConstant: attack)
    step = depth / (release * AudioBlock.rate)
    loudest = SlidingMaximum(window: Int((hold * AudioBlock.rate).rounded()))
  }

  /// Samples of the past of the key that decide; the sound's own past does not.
  package var memory: Int {
    // A straight line forgets exactly; a decibel is at most an eighth of what comes out.
    Int(((hold + release) * AudioBlock.rate).rounded(.up)) + 2
      + Pole.samples(untilLeft: inaudible / max(depth / 8, inaudible), timeConstant: attack)
  }

  package mutating func process(_ block: inout AudioBlock) { process(&block, under: nil) }

  /// Lowers the next samples, in place.
  ///
  /// - Precondition: the key is as long as the block; it may have other channels.
  package mutating func process(_ block: inout AudioBlock, under key: AudioBlock?) {
    var key = key ?? AudioBlock(frameCount: block.frameCount)
    precondition(block.frameCount == key.frameCount, "a key is as long as what it ducks")
    key.settle()
    var gains = key.peaks()
    gains.withUnsafeMutableBufferPointer {
      turnPeaksIntoReductions($0)
      Decibels.turnIntoAmplitudes($0)
    }
    block.multiply(by: gains)
  }

  private mutating func turnPeaksIntoReductions(_ gains: UnsafeMutableBufferPointer<Float>) {
    for index in gains.indices {
      ask(for: loudest.next(gains[index]))
      held = max(wanted, held - step)
      reduction = (attackPole * reduction + (1 - attackPole) * held).settled
      gains[index] = Float(-reduction)
    }
  }

  private mutating func ask(for peak: Float) {
    guard peak != self.peak else { return }
    let over = (Decibels.level(Double(peak)) - threshold) / Ducker.knee + 0.5
    (self.peak, wanted) = (peak, depth * min(max(over, 0), 1))
  }
}
