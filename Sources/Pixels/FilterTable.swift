import Media

/// For each of a run of targets, the samples it is made of and their weights.
///
/// Every filter is exact where a target falls on a sample. When shrinking it is widened by the ratio, so that what the
/// target cannot hold is averaged and not aliased. Weights are 14-bit fractions that add up to one exactly; samples beyond
/// the ends repeat the last one.
final class FilterTable: Sendable {
  /// Everything a table follows from.
  struct Line: Hashable {
    let targets: Range<Int>
    /// The samples that may be read; not empty.
    let samples: Range<Int>
    /// Target `i` lies at sample `origin + i * step`, where whole numbers are centres. The step may be negative.
    let origin, step: Double
    let resampling: Resampling
  }

  let line: Line
  /// Weights to a target. Longer sums are filled up with weights of 0 to a multiple of four, which vectors like.
  let tapCount: Int
  /// The first sample of each target, counted from the first that may be read.
  let starts: [Int32]
  let weights: [Int16]
  /// Where the targets begin, if they are samples in order, untouched.
  let copiesFrom: Int?

  init(_ line: Line) {
    let sums = line.targets.map { Self.sum(at: line.origin + Double($0) * line.step, line) }
    let longest = sums.map(\.weights.count).max() ?? 1
    let tapCount = longest <= 1 ? 1 : (longest + 3) / 4 * 4
    self.line = line
    self.tapCount = tapCount
    starts = sums.map { Int32($0.start) }
    weights = sums.flatMap { $0.weights + Array(repeating: 0, count: tapCount - $0.weights.count) }
    let isCopy = tapCount == 1 && zip(sums, sums.dropFirst()).allSatisfy { $1.start == $0.start + 1 }
    copiesFrom = isCopy ? sums.first?.start : nil
  }

  /// The samples that target `index` reads, counted from the first that may be read; those with weight 0 at the end
  /// may lie beyond the last.
  func taps(_ index: Int) -> Range<Int> {
    let start = Int(starts[index - line.targets.lowerBound])
    return start..<start + tapCount
  }

  /// Weights from the first to the last that is not 0.
  private static func sum(at center: Double, _ line: Line) -> (start: Int, weights: [Int16]) {
    // Beyond the length of the line a wider filter changes nothing but the time it takes.
    let widening = min(max(1, abs(line.step)), Double(line.samples.count))
    let last = Double(line.samples.count - 1)
    let reach = line.resampling.reach
    let middle = min(max(center - Double(line.samples.lowerBound), -reach), last + reach)
    let first = Int((middle - reach * widening).rounded(.up))
    let end = Int((middle + reach * widening).rounded(.down))
    let low = min(max(first, 0), Int(last))
    var shares = [Double](repeating: 0, count: min(max(end, 0), Int(last)) - low + 1)
    for sample in first...max(first, end) {
      shares[min(max(sample, 0), Int(last)) - low] += line.resampling.weight((Double(sample) - middle) / widening)
    }
    return trimmed(quantized(shares), from: low)
  }

  /// The weights of four neighbours for each 256th of the way from the second to the third.
  static func phases(_ resampling: Resampling) -> [Int16] { tables[resampling] ?? [] }

  private static let tables = Dictionary(
    uniqueKeysWithValues: Resampling.allCases.map { kind in
      (
        kind,
        (0..<256).flatMap { phase in
          quantized((-1...2).map { kind.weightOfFour(Double($0) - Double(phase) / 256) })
        }
      )
    })

  /// Fractions of 16384 that add up to it: each is the step between rounded running sums, so that no error gathers.
  static func quantized(_ shares: [Double]) -> [Int16] {
    let total = shares.reduce(0, +)
    var sum = 0.0
    var reached = 0
    return shares.map { share in
      sum += share
      let next = Int((sum / total * Double(Opacity.one)).rounded())
      defer { reached = next }
      return Int16(next - reached)
    }
  }

  private static func trimmed(_ weights: [Int16], from low: Int) -> (start: Int, weights: [Int16]) {
    let first = weights.firstIndex { $0 != 0 } ?? 0
    let last = weights.lastIndex { $0 != 0 } ?? 0
    return (low + first, Array(weights[first...last]))
  }
}
