/// Sums of a power spectrum over bands of frequency. A bin that lies in two bands counts in both, by its parts.
struct BandSplit {
  private struct Band {
    let first: Int
    let weights: [Double]
  }

  private let bands: [Band]

  /// - Parameter edges: In hertz, rising; one more than there are bands.
  init(edges: [Double], size: Int) {
    let width = 48_000 / Double(size)
    bands = zip(edges, edges.dropFirst()).map { low, high in
      let first = min(Int((low / width + 0.5).rounded(.down)), size / 2)
      let last = min(max(first, Int((high / width + 0.5).rounded(.up)) - 1), size / 2)
      let weights = (first...last).map { bin in
        let (from, to) = ((Double(bin) - 0.5) * width, (Double(bin) + 0.5) * width)
        return max(0, min(to, high) - max(from, low)) / width
      }
      return Band(first: first, weights: weights)
    }
  }

  /// The mean square in each band.
  func split(_ powers: [Double], into sums: inout [Double]) {
    for (index, band) in bands.enumerated() {
      var sum = 0.0
      for (offset, weight) in band.weights.enumerated() { sum += powers[band.first + offset] * weight }
      sums[index] = sum
    }
  }
}
