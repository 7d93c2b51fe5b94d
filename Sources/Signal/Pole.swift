import Media

/// A value that nears its aim by a fixed part of the way with each sample.
enum Pole {
  /// What is left of the way after one sample, where 1/e of it is left after a time constant in seconds.
  static func afterOneSample(timeConstant seconds: Double) -> Double {
    Elementary.exp2(-1 / (seconds * AudioBlock.rate * 0.693_147_180_559_945_3))
  }

  /// Samples until a difference is less than a part of itself, from 0 to 1.
  static func samples(untilLeft part: Double, timeConstant seconds: Double) -> Int {
    guard part < 1 else { return 0 }
    return Int((-Elementary.log2(part) * 0.693_147_180_559_945_3 * seconds * AudioBlock.rate).rounded(.up))
  }
}
