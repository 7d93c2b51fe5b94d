import Media

/// Sound on its way: first in, first out, sample after sample of all channels, as SoundTouch wants it.
struct SampleQueue {
  let channelCount: Int
  private var samples: [Float] = []
  /// Where the first one that has not been taken is.
  private var head = 0

  init(channelCount: Int) {
    self.channelCount = channelCount
  }

  /// In samples of each channel.
  var count: Int { samples.count / channelCount - head }

  /// What is not a number, or infinite, becomes 0: it would make every comparison of joins fail.
  mutating func append(_ block: AudioBlock) {
    let start = samples.count
    samples.append(contentsOf: repeatElement(0, count: block.samples.count))
    samples.withUnsafeMutableBufferPointer { samples in
      block.samples.withUnsafeBufferPointer { source in
        for channel in 0..<channelCount {
          for index in 0..<block.frameCount {
            let sample = source[channel * block.frameCount + index]
            samples[start + index * channelCount + channel] = sample.isFinite ? sample : 0
          }
        }
      }
    }
  }

  mutating func appendSilence(_ count: Int) {
    samples.append(contentsOf: repeatElement(0, count: count * channelCount))
  }

  /// Has up to `count` samples written at the end, and keeps as many as that says.
  mutating func append(upTo count: Int, _ write: (UnsafeMutablePointer<Float>) -> Int) {
    let start = samples.count
    appendSilence(count)
    let written = samples.withUnsafeMutableBufferPointer { $0.baseAddress.map { write($0 + start) } ?? 0 }
    samples.removeLast((count - written) * channelCount)
  }

  /// Nil if nothing is left.
  func withFirst<Result>(_ body: (UnsafePointer<Float>) -> Result) -> Result? {
    samples.withUnsafeBufferPointer { $0.baseAddress.map { body($0 + head * channelCount) } }
  }

  mutating func drop(_ count: Int) {
    head += count
    // Seldom, so that it costs little; and soon enough that what was taken does not pile up.
    guard head > 65_536, head * channelCount > samples.count / 2 else { return }
    samples.removeFirst(head * channelCount)
    head = 0
  }

  /// The first samples, which stay.
  func first(_ count: Int) -> AudioBlock {
    var block = AudioBlock(channelCount: channelCount, frameCount: count)
    let start = head * channelCount
    for channel in 0..<channelCount {
      for index in 0..<count {
        block.samples[channel * count + index] = samples[start + index * channelCount + channel]
      }
    }
    return block
  }
}
