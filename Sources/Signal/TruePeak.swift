package import Media

/// Finds peaks between samples: four times as many samples, by the interpolating filter of ITU-R BS.1770-4, Annex 2.
package struct TruePeak {
  /// Coefficients of one phase; the other three follow from it by turning and by the second.
  static let reach = 12
  private static let phases: [[Float]] = {
    let first: [Float] = [
      0.001_708_984_375_0, 0.010_986_328_125_0, -0.019_653_320_312_5, 0.033_203_125_000_0,
      -0.059_448_242_187_5, 0.137_329_101_562_5, 0.972_167_968_750_0, -0.102_294_921_875_0,
      0.047_607_421_875_0, -0.026_611_328_125_0, 0.014_892_578_125_0, -0.008_300_781_250_0,
    ]
    let second: [Float] = [
      -0.029_174_804_687_5, 0.029_296_875_000_0, -0.051_757_812_500_0, 0.089_111_328_125_0,
      -0.166_503_906_250_0, 0.465_087_890_625_0, 0.779_785_156_250_0, -0.200_317_382_812_5,
      0.101_562_500_000_0, -0.058_227_539_062_5, 0.033_081_054_687_5, -0.018_920_898_437_5,
    ]
    return [first, second, second.reversed(), first.reversed()]
  }()

  /// The last samples of each channel, which the next ones need.
  private var pasts: [[Float]] = []

  package init() {}

  /// For each sample, the greatest magnitude among the channels of it, and of the four places that the filter finds with
  /// it and the eleven samples before: these lie about six samples back.
  package mutating func peaks(of block: AudioBlock) -> [Float] {
    if pasts.isEmpty {
      pasts = Array(repeating: Array(repeating: 0, count: TruePeak.reach - 1), count: block.channelCount)
    }
    precondition(pasts.count == block.channelCount, "a meter's channels stay as many")
    var peaks = block.peaks()
    for channel in pasts.indices {
      let plane = block.samples[channel * block.frameCount..<(channel + 1) * block.frameCount]
      let sound = pasts[channel] + plane
      TruePeak.raise(&peaks, toPeaksOf: sound)
      pasts[channel] = Array(sound.suffix(TruePeak.reach - 1))
    }
    return peaks
  }

  /// Phase after phase and tap after tap, so that the inner loop goes straight through memory.
  private static func raise(_ peaks: inout [Float], toPeaksOf sound: [Float]) {
    var sums = [Float](repeating: 0, count: peaks.count)
    sound.withUnsafeBufferPointer { sound in
      sums.withUnsafeMutableBufferPointer { sums in
        peaks.withUnsafeMutableBufferPointer { peaks in
          for phase in phases {
            sums.update(repeating: 0)
            for (tap, weight) in phase.enumerated() { add(sound, from: reach - 1 - tap, times: weight, to: sums) }
            for index in peaks.indices { peaks[index] = max(peaks[index], abs(sums[index])) }
          }
        }
      }
    }
  }

  private static func add(
    _ sound: UnsafeBufferPointer<Float>, from start: Int, times weight: Float,
    to sums: UnsafeMutableBufferPointer<Float>
  ) {
    for index in sums.indices { sums[index] += sound[start + index] * weight }
  }
}
