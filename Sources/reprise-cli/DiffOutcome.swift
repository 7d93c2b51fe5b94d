import Reprise

/// What a comparison came to, in words and for programs.
struct DiffOutcome {
  private let comparison: PictureComparison

  init(_ comparison: PictureComparison) { self.comparison = comparison }

  var words: String { (comparison.stretches.map(words) + lengths + [sum]).joined(separator: "\n") }

  /// `0:01.500 – 0:02.000  SSIM 0.981, at worst 0.94 at 0:01.800; 12 % of the pixels, by up to 83 of 255`
  private func words(_ stretch: PictureComparison.Stretch) -> String {
    let likeness =
      "SSIM \(stretch.similarity.rounded(places: 4)), at worst \(stretch.leastSimilarity.rounded(places: 4))"
    let amount = "\((stretch.share * 100).rounded(places: 1)) % of the pixels, by up to \(stretch.greatest) of 255"
    return "\(stretch.range.start.clock) – \(stretch.range.end.clock)  \(likeness) at \(stretch.worst.clock); \(amount)"
  }

  private var lengths: [String] {
    guard comparison.durations[0] != comparison.durations[1] else { return [] }
    let seconds = comparison.durations.map { $0.seconds.rounded(places: 3) }
    return ["A lasts \(seconds[0]) s, B \(seconds[1]) s"]
  }

  private var sum: String {
    guard !comparison.isSame else { return "the pictures are the same" }
    return "\(comparison.differingFrameCount) of \(comparison.frameCount) pictures differ"
  }

  var json: JSON {
    .object([
      ("same", .bool(comparison.isSame)), ("differing", .number(comparison.differingFrameCount)),
      ("frames", .number(comparison.frameCount)), ("drawn", .number(comparison.drawnFrameCount)),
      ("width", .number(comparison.size.width)), ("height", .number(comparison.size.height)),
      ("seconds", .array(comparison.durations.map { .number($0.seconds) })),
      ("stretches", .array(comparison.stretches.map(json))),
    ])
  }

  private func json(_ stretch: PictureComparison.Stretch) -> JSON {
    .object([
      ("start", .number(stretch.range.start.seconds)), ("end", .number(stretch.range.end.seconds)),
      ("frames", .number(stretch.frameCount)), ("ssim", .number(stretch.similarity)),
      ("leastSsim", .number(stretch.leastSimilarity)), ("worst", .number(stretch.worst.seconds)),
      ("greatest", .number(stretch.greatest)), ("share", .number(stretch.share)),
    ])
  }
}
