import Foundation
import Media

/// A tone of its own in each channel, so that one hears which channel went where.
enum Tones {
  static let amplitude = 0.25
  private static let window = 2400

  /// In hertz, by channel. The LFE channel has a low one: codecs keep nothing else there.
  static func frequencies(_ layout: ChannelLayout) -> [Double] {
    switch layout {
    case .mono: [880]
    case .stereo: [440, 660]
    case .surround: [440, 660, 880, 60, 1100, 1320]
    }
  }

  static func block(_ layout: ChannelLayout, count: Int) -> AudioBlock {
    var block = AudioBlock(channelCount: layout.channelCount, frameCount: count)
    for (channel, frequency) in frequencies(layout).enumerated() {
      for index in 0..<count {
        block.samples[channel * count + index] = Float(amplitude * sin(2 * .pi * frequency * Double(index) / 48_000))
      }
    }
    return block
  }

  /// How loud each of the layout's tones is in each channel, by its Fourier coefficient over a twentieth of a second, which
  /// is a whole number of periods of every one.
  static func levels(_ layout: ChannelLayout, in block: AudioBlock, from start: Int) -> [[Double]] {
    (0..<block.channelCount).map { channel in
      frequencies(layout).map { frequency in
        var (real, imaginary) = (0.0, 0.0)
        for index in start..<start + window {
          let sample = Double(block.samples[channel * block.frameCount + index])
          let angle = 2 * .pi * frequency * Double(index) / 48_000
          (real, imaginary) = (real + sample * cos(angle), imaginary + sample * sin(angle))
        }
        return (real * real + imaginary * imaginary).squareRoot() * 2 / Double(window)
      }
    }
  }
}
