import Media

extension ModalSound {
  /// A stiff string's partials, struck at an eighth of its length (Fletcher, "Normal Vibration Frequencies of a Stiff
  /// Piano String", 1964).
  static let piano = ModalSound(
    modes: (1...16).map { number in
      let n = Double(number)
      let hollow = abs(Elementary.sin(.pi * n / 8.3)) + 0.05
      return Mode(ratio: n * (1 + 0.0004 * n * n).squareRoot(), level: hollow / n, ring: 5.5 / (1 + 0.22 * (n - 1)))
    },
    beating: 0.9, shortening: 0.7, softness: 2600, knock: 0.05, release: 0.3, level: 0.5)

  /// A bell whose strike note is its second partial, with a major third rather than a minor one, as in a music box.
  static let bell = ModalSound(
    modes: [
      Mode(ratio: 1, level: 0.7, ring: 4), Mode(ratio: 2, level: 0.35, ring: 2.6),
      Mode(ratio: 3.01, level: 0.18, ring: 1.7),
      Mode(ratio: 4.17, level: 0.16, ring: 1.1), Mode(ratio: 5.43, level: 0.1, ring: 0.8),
      Mode(ratio: 6.79, level: 0.07, ring: 0.5), Mode(ratio: 8.21, level: 0.05, ring: 0.35),
    ],
    beating: 1.6, shortening: 0.5, softness: 9000, knock: 0.03, release: 0.9, level: 0.3)

  /// A marimba's bar: tuned to 1 : 4 : 9.2 (Fletcher and Rossing, "The Physics of Musical Instruments", chapter 19).
  static let mallet = ModalSound(
    modes: [
      Mode(ratio: 1, level: 0.9, ring: 1.5), Mode(ratio: 3.99, level: 0.28, ring: 0.4),
      Mode(ratio: 9.2, level: 0.1, ring: 0.15),
    ],
    shortening: 0.6, softness: 5000, knock: 0.12, release: 0.4, level: 0.42)
}
