import Media
import Plan
import Signal

/// A process on its way through an epoch of a clip.
struct ProcessRun {
  /// How far the asker's clock lies behind whole samples.
  let phase: Time
  let epoch: Int64
  private var processor: any SoundProcessor
  /// The next sample that goes in, on the clip's clock.
  private var fed: Int64
  private let latency: Int64
  private let layout: ChannelLayout

  /// What may be a long way back is taken in steps.
  private static let stride: Int64 = 4800

  init(_ processor: any SoundProcessor, _ layout: ChannelLayout, epoch: Int64, phase: Time) {
    (self.processor, self.layout, self.epoch, self.phase) = (processor, layout, epoch, phase)
    fed = max(0, epoch * processor.epoch - Int64(processor.memory))
    latency = Int64(processor.latency)
  }

  /// The next sample that comes out.
  var position: Int64 { fed - latency }

  /// Samples that come out from a place on, which lies at or after the position.
  ///
  /// - Parameter hear: Gives what goes in, of all inputs.
  mutating func read(
    from start: Int64, _ count: Int, hear: (Time, Int) throws -> [AudioBlock?]
  ) throws -> AudioBlock {
    while position < start { _ = try step(Int(min(Self.stride, start - position)), hear) }
    return try step(count, hear)
  }

  private mutating func step(_ count: Int, _ hear: (Time, Int) throws -> [AudioBlock?]) throws -> AudioBlock {
    let heard = try hear(.samples(fed) + phase, count)
    var block = heard[0] ?? AudioBlock(channelCount: layout.channelCount, frameCount: count)
    processor.process(&block, under: heard.count > 1 ? heard[1] : nil)
    fed += Int64(count)
    return block
  }
}
