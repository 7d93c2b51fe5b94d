/// Where a sound is silent: where the 10 ms around are 40 dB below the loudest such. Counted in whole numbers, by milliseconds.
struct Silence {
  /// Samples of a millisecond.
  private let length: Int
  private let isSilent: [Bool]

  init(_ samples: [Int16], sampleRate: Int) {
    let length = max(1, sampleRate / 1000)
    var sums: [Int64] = [0]
    for sample in samples { sums.append(sums[sums.count - 1] + Int64(sample) * Int64(sample)) }
    let energies = stride(from: 0, to: samples.count, by: length).map { place in
      sums[min(place + 5 * length, samples.count)] - sums[max(place - 5 * length, 0)]
    }
    let level = (energies.max() ?? 0) / 10_000
    self.length = length
    isSilent = energies.map { $0 <= level }
  }

  /// The silent stretch in a range that has most in common with a pause; nil if none touches it.
  func stretch(in range: Range<Int>, at pause: Range<Int>) -> Range<Int>? {
    var best: Range<Int>?
    var start: Int?
    // One further than the range, where every stretch ends.
    for window in range.lowerBound / length...range.upperBound / length + 1 {
      let goesOn = window < isSilent.count && isSilent[window] && window * length < range.upperBound
      if goesOn, start == nil { start = window }
      guard !goesOn, let first = start else { continue }
      start = nil
      let found = (first * length..<window * length).clamped(to: range)
      if found.clamped(to: pause).count > (best?.clamped(to: pause).count ?? 0) { best = found }
    }
    return best
  }
}
