import Media

/// When the values of a table hold: value k at k / rate seconds, for as long as the sound lasts.
package struct Pulse: Hashable, Sendable {
  /// A second; in `rates`.
  package let rate: Double
  package let count: Int

  package static let rates = 1.0...240.0

  /// - Precondition: `rate` is in `rates`; the node table checks it.
  init(rate: Double, frameCount: Int64) {
    precondition(Self.rates.contains(rate))
    self.rate = rate
    count = Int((Double(frameCount) * rate / Double(AudioBlock.sampleRate)).rounded(.up))
  }

  /// The sample that a place in the table is at.
  func sample(at place: Double) -> Int64 {
    Int64((place * Double(AudioBlock.sampleRate) / rate).rounded(.up))
  }
}

extension Double {
  /// To the millionth: what a table keeps, and far more than any ear.
  var millionths: Double { (self * 1e6).rounded() / 1e6 }
}

/// A level, 1 at full scale, in decibels: −120 and more.
package func decibels(ofLevel level: Double) -> Double {
  guard level > 1e-6 else { return -120 }
  return (Elementary.log2(level) * 6.020_599_913_279_624).millionths  // 20 log₁₀ 2
}
