/// Where a sound is silent: between places 5 ms apart around which 10 ms are 40 dB below the loudest. Counted in whole numbers.
struct Silence {
  /// Samples of a window of 5 ms.
  private let length: Int
  private let isSilent: [Bool]

  init(_ samples: [Int16], sampleRate: Int) {
    let length = max(1, sampleRate / 200)
    let energies = stride(from: 0, to: samples.count, by: length).map { start in
      samples[start..<min(start + length, samples.count)].reduce(Int64(0)) { $0 + Int64($1) * Int64($1) }
    }
    // Around the beginning of each window, and the end of the last.
    let around = zip([0] + energies, energies + [0]).map { $0 + $1 }
    let level = (around.max() ?? 0) / 10_000
    self.length = length
    isSilent = zip(around, around.dropFirst()).map { max($0, $1) <= level }
  }

  /// The silent stretch in a range that has most in common with a pause; nil if none touches it.
  func stretch(in range: Range<Int>, at pause: Range<Int>) -> Range<Int>? {
    var best: Range<Int>?
    var start: Int?
    for window in range.lowerBound / length...range.upperBound / length {
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
