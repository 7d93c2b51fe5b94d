import Media

/// How much of a sound stays as it is, and how much comes from what was made of it: cosine and sine of a quarter turn,
/// which keeps the power of sounds that have little to do with each other.
struct Mix {
  static let range = 0.0...1.0

  let dry, wet: Float

  /// From 0, all as it was, to 1, nothing of that.
  init(_ part: Double) {
    let angle = part * .pi / 2
    (dry, wet) = (part == 1 ? 0 : Float(Elementary.cos(angle)), Float(Elementary.sin(angle)))
  }
}
