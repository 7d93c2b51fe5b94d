import Chance
import Media

/// Sound of which every sample differs, so that a shift by one shows: white noise, smoothed a little so that codecs keep it.
enum Noise {
  /// Sixteen-bit samples, channels interleaved.
  static func samples(_ frameCount: Int, channels: Int = 2, seed: UInt64 = 7) -> [Int16] {
    var random = SplitMix(seed)
    var past = [Double](repeating: 0, count: channels)
    return (0..<frameCount * channels).map { index in
      let channel = index % channels
      past[channel] = 0.8 * past[channel] + 0.2 * Double.random(in: -1...1, using: &random)
      return Int16((past[channel] * 20_000).rounded())
    }
  }

  /// A RIFF WAVE file of 16-bit PCM.
  static func wav(_ samples: [Int16], channels: Int = 2, rate: Int = 48_000) -> [UInt8] {
    func word(_ value: Int, _ bytes: Int) -> [UInt8] {
      (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let size = samples.count * 2
    let format =
      word(1, 2) + word(channels, 2) + word(rate, 4) + word(rate * channels * 2, 4) + word(channels * 2, 2)
      + word(16, 2)
    let header = Array("RIFF".utf8) + word(36 + size, 4) + Array("WAVEfmt ".utf8) + word(16, 4) + format
    return header + Array("data".utf8) + word(size, 4) + samples.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }
}
