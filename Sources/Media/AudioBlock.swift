/// A stretch of sound: 48 000 samples a second in each channel, 32-bit floating point, full scale ±1, one plane a channel.
public struct AudioBlock: Sendable {
  public static let sampleRate: Int64 = 48_000

  public let channelCount: Int
  public let frameCount: Int
  /// Channel after channel: sample `i` of channel `c` is at `c * frameCount + i`.
  public var samples: [Float]

  /// Silence.
  public init(channelCount: Int = 2, frameCount: Int) {
    self.channelCount = channelCount
    self.frameCount = frameCount
    self.samples = Array(repeating: 0, count: channelCount * frameCount)
  }
}
