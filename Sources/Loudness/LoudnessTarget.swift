/// How loud a sound is to be, and what no peak may pass.
package struct LoudnessTarget: Hashable, Sendable {
  /// In LUFS: −23 in European television, −14 on most video platforms.
  package let integrated: Double
  /// In dBTP. A lossy encoder adds some, so −1 is usual.
  package let ceiling: Double

  package static let levels = -70.0 ... -5.0
  package static let ceilings = -20.0...0.0

  /// - Precondition: `integrated` is in `levels`, `ceiling` in `ceilings`; the node table checks both.
  package init(integrated: Double, ceiling: Double = -1) {
    precondition(Self.levels.contains(integrated) && Self.ceilings.contains(ceiling))
    (self.integrated, self.ceiling) = (integrated, ceiling)
  }

  /// The gain, in whole hundredths of a decibel, that takes a sound to the target; or to the ceiling, if that is lower.
  ///
  /// What is too short or too quiet to have a loudness stays as it is, but below the ceiling; silence stays silence.
  package func gain(for loudness: Loudness) -> Double {
    let wanted = loudness.integrated.map { integrated - $0 } ?? 0
    let possible = loudness.truePeak.map { ceiling - $0 } ?? wanted
    return (min(wanted, possible) * 100).rounded() / 100
  }
}
