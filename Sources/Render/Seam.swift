import Media

/// Where one of two sounds takes over from another that is nearly the same.
struct Seam {
  private let first: AudioBlock
  private let second: AudioBlock
  /// 20 ms.
  private static let length = 960
  private static let step = 48

  /// - Precondition: both are as long, and longer than the seam.
  init(_ first: AudioBlock, _ second: AudioBlock) { (self.first, self.second) = (first, second) }

  /// The first up to the seam, the second after it, and one into the other where they are most alike, at equal power.
  var joined: AudioBlock {
    let start = places.max { likeness(at: $0) < likeness(at: $1) } ?? 0
    let weights = weights(likeness(at: start))
    var block = first
    for channel in 0..<block.channelCount {
      let plane = channel * block.frameCount
      for index in start..<block.frameCount {
        let weight = index - start < Seam.length ? weights[index - start] : (0, 1)
        block.samples[plane + index] =
          first.samples[plane + index] * weight.0 + second.samples[plane + index] * weight.1
      }
    }
    return block
  }

  private var places: StrideThrough<Int> {
    stride(from: 0, through: first.frameCount - Seam.length, by: Seam.step)
  }

  /// From −1, opposite, to 1, the same; silence joins silence.
  private func likeness(at start: Int) -> Double {
    var (product, one, other) = (1e-9, 1e-9, 1e-9)
    for channel in 0..<first.channelCount {
      let plane = channel * first.frameCount
      for index in stride(from: plane + start, to: plane + start + Seam.length, by: 4) {
        let (a, b) = (Double(first.samples[index]), Double(second.samples[index]))
        product += a * b
        one += a * a
        other += b * b
      }
    }
    return product / (one * other).squareRoot()
  }

  /// What each sample of the seam takes of both. Two sounds of equal power that are so alike keep it.
  private func weights(_ likeness: Double) -> [(Float, Float)] {
    (0..<Seam.length).map { index in
      let b = (Double(index) + 0.5) / Double(Seam.length), a = 1 - b
      let power = max(a * a + b * b + 2 * a * b * likeness, 0.05).squareRoot()
      return (Float(a / power), Float(b / power))
    }
  }
}
