import Media

/// The discrete Fourier transform of real numbers: Xₖ = Σ xₙ e^(−2πikn/N), for k = 0 … N/2.
///
/// Even and odd samples are the two parts of N/2 complex numbers (Cooley and Tukey, 1965; radix 2, its first two stages in
/// one). Additions and multiplications in a fixed order: the same bits everywhere.
struct Fourier {
  /// N: a power of two from 8 on.
  let size: Int
  /// The result, N/2 + 1 numbers each.
  private(set) var real, imaginary: [Double]
  /// Where each complex number goes before the first stage: its place with the bits turned around.
  private let order: [Int]
  /// e^(−πij/h), for a stage of half length h at h + j.
  private let cosines, sines: [Double]
  /// e^(−2πik/N).
  private let turns: [(cosine: Double, sine: Double)]

  init(size: Int) {
    precondition(size >= 8 && size & (size - 1) == 0, "a power of two")
    self.size = size
    let half = size / 2
    let bits = half.trailingZeroBitCount
    (real, imaginary) = (Array(repeating: 0, count: half + 1), Array(repeating: 0, count: half + 1))
    order = (0..<half).map { place in (0..<bits).reduce(0) { $0 << 1 | (place >> $1 & 1) } }
    let angles = (0..<half).map { place -> Double in
      guard place > 0 else { return 0 }
      let length = 1 << (Int.bitWidth - 1 - place.leadingZeroBitCount)
      return .pi * Double(place - length) / Double(length)
    }
    (cosines, sines) = (angles.map(Elementary.cos), angles.map { -Elementary.sin($0) })
    turns = (0...half / 2).map {
      let angle = 2 * .pi * Double($0) / Double(size)
      return (Elementary.cos(angle), -Elementary.sin(angle))
    }
  }

  /// Transforms N numbers.
  mutating func transform(_ samples: [Double]) {
    precondition(samples.count == size)
    for (place, from) in order.enumerated() {
      real[place] = samples[2 * from]
      imaginary[place] = samples[2 * from + 1]
    }
    firstStages()
    var length = 4
    while length < size / 2 {
      stage(length)
      length *= 2
    }
    separate()
  }

  /// Half lengths 1 and 2, whose turns are 1 and −i.
  private mutating func firstStages() {
    for place in stride(from: 0, to: size / 2, by: 4) {
      let (a, b) = (real[place] + real[place + 1], real[place] - real[place + 1])
      let (c, d) = (real[place + 2] + real[place + 3], real[place + 2] - real[place + 3])
      let (e, f) = (imaginary[place] + imaginary[place + 1], imaginary[place] - imaginary[place + 1])
      let (g, h) = (imaginary[place + 2] + imaginary[place + 3], imaginary[place + 2] - imaginary[place + 3])
      (real[place], real[place + 1], real[place + 2], real[place + 3]) = (a + c, b + h, a - c, b - h)
      (imaginary[place], imaginary[place + 1], imaginary[place + 2], imaginary[place + 3]) = (
        e + g, f - d, e - g, f + d
      )
    }
  }

  /// Pairs `length` apart.
  private mutating func stage(_ length: Int) {
    let count = size / 2
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        cosines.withUnsafeBufferPointer { cosines in
          sines.withUnsafeBufferPointer { sines in
            for start in stride(from: 0, to: count, by: 2 * length) {
              for index in 0..<length {
                let (low, high) = (start + index, start + index + length)
                let (cosine, sine) = (cosines[length + index], sines[length + index])
                let x = real[high] * cosine - imaginary[high] * sine
                let y = real[high] * sine + imaginary[high] * cosine
                (real[high], imaginary[high]) = (real[low] - x, imaginary[low] - y)
                (real[low], imaginary[low]) = (real[low] + x, imaginary[low] + y)
              }
            }
          }
        }
      }
    }
  }

  /// From the transform of even + i · odd to that of the whole: the parts are those that a real sequence's transform must
  /// have, conjugate about the middle.
  private mutating func separate() {
    let half = size / 2
    (real[half], imaginary[half]) = (real[0], imaginary[0])
    for place in 0...half / 2 {
      let mirror = half - place
      let (evenX, evenY) = ((real[place] + real[mirror]) / 2, (imaginary[place] - imaginary[mirror]) / 2)
      let (oddX, oddY) = ((imaginary[place] + imaginary[mirror]) / 2, (real[mirror] - real[place]) / 2)
      let (cosine, sine) = turns[place]
      let (x, y) = (oddX * cosine - oddY * sine, oddX * sine + oddY * cosine)
      (real[place], imaginary[place]) = (evenX + x, evenY + y)
      (real[mirror], imaginary[mirror]) = (evenX - x, y - evenY)
    }
  }
}
