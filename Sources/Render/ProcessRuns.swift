import Media
import Plan
import Signal

/// What comes out of a processor, of any stretch of a clip: worked out epoch by epoch, see `SoundProcessor.epoch`.
///
/// Reading on is cheap; so is reading from several places by turns.
struct ProcessRuns {
  private let processor: any SoundProcessor
  private let layout: ChannelLayout
  /// The latest last.
  private var runs: [ProcessRun] = []
  private static let most = 4

  init(_ processor: any SoundProcessor, _ layout: ChannelLayout) { (self.processor, self.layout) = (processor, layout) }

  /// What is kept for reading on.
  var byteCount: Int { runs.count * processor.byteCount }

  /// - Parameters:
  ///   - time: Of the first sample, on the clip's clock.
  ///   - hear: Gives a stretch of what goes in: of the clip, and of what it is heard beside.
  mutating func read(
    at time: Time, _ count: Int, hear: (Time, Int) throws -> [AudioBlock?]
  ) throws -> AudioBlock {
    let first = time.ticks(rate: AudioBlock.sampleRate)
    let phase = time - .samples(first)
    var block: AudioBlock?
    var done = 0
    while done < count {
      let position = first + Int64(done)
      let epoch = position / processor.epoch
      let next = Int(min(Int64(count - done), (epoch + 1) * processor.epoch - position))
      var run = take(epoch, phase, before: position) ?? ProcessRun(processor, layout, epoch: epoch, phase: phase)
      let piece = try run.read(from: position, next, hear: hear)
      put(run)
      if next == count { return piece }
      block = (block ?? AudioBlock(channelCount: piece.channelCount, frameCount: count)).adding(piece, at: done)
      done += next
    }
    return block ?? AudioBlock(channelCount: layout.channelCount, frameCount: 0)
  }

  /// The run that is nearest before a place in an epoch, if there is one.
  private mutating func take(_ epoch: Int64, _ phase: Time, before position: Int64) -> ProcessRun? {
    let fitting = runs.indices.filter {
      runs[$0].epoch == epoch && runs[$0].phase == phase && runs[$0].position <= position
    }
    return fitting.max { runs[$0].position < runs[$1].position }.map { runs.remove(at: $0) }
  }

  private mutating func put(_ run: ProcessRun) {
    runs.append(run)
    if runs.count > Self.most { runs.removeFirst() }
  }
}
