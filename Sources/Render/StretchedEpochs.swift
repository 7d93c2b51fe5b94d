import Graph
import Media
import Plan

/// Any stretch of a clip at another pace or pitch. Reading on is cheap; so is reading from two places by turns.
struct StretchedEpochs {
  let travel: Travel
  let semitones: Double
  let channelCount: Int
  /// The latest last.
  private var epochs: [StretchedEpoch] = []
  private static let most = 2

  init(_ travel: Travel, semitones: Double, channelCount: Int) {
    (self.travel, self.semitones, self.channelCount) = (travel, semitones, channelCount)
  }

  /// What is kept for reading on: a stretcher has half a second of everything.
  var byteCount: Int { epochs.count << 19 }

  /// - Parameters:
  ///   - time: Of the first sample, on the clip's clock.
  ///   - hear: Gives a stretch of the input.
  mutating func read(
    at time: Time, _ count: Int, hear: (_ start: Int64, _ count: Int) throws -> AudioBlock?
  ) throws -> AudioBlock {
    let first = time.ticks(rate: AudioBlock.sampleRate)
    let phase = time - .samples(first)
    var block = AudioBlock(channelCount: channelCount, frameCount: 0)
    while block.frameCount < count {
      let position = first + Int64(block.frameCount)
      let number = position / Stretching.epoch
      let next = Int(min(Int64(count - block.frameCount), (number + 1) * Stretching.epoch - position))
      var epoch = try take(number, phase, before: position) ?? begun(number, phase, hear)
      let piece = try epoch.take(from: position, next, hear: hear)
      epochs = epochs.suffix(Self.most - 1) + [epoch]
      block = block.frameCount == 0 ? piece : block.followed(by: piece)
    }
    return block
  }

  private mutating func take(_ number: Int64, _ phase: Time, before position: Int64) -> StretchedEpoch? {
    let fitting = epochs.indices.filter {
      epochs[$0].number == number && epochs[$0].run.phase == phase && epochs[$0].position <= position
    }
    return fitting.max { epochs[$0].position < epochs[$1].position }.map { epochs.remove(at: $0) }
  }

  private mutating func begun(
    _ number: Int64, _ phase: Time, _ hear: (Int64, Int) throws -> AudioBlock?
  ) throws -> StretchedEpoch {
    let start = number * Stretching.epoch
    let before = epochs.firstIndex {
      $0.number == number - 1 && $0.run.phase == phase && $0.position == start && $0.run.position == start
    }
    return try StretchedEpoch(number, after: before.map { epochs.remove(at: $0).run }) { start in
      try StretchRun(travel, semitones: semitones, channelCount: channelCount, from: start, phase: phase)
    } hear: {
      try hear($0, $1)
    }
  }
}
