import Graph
import Media
import Plan
import Stretch

/// A stretcher on its way, from a while before an epoch on.
struct StretchRun {
  /// How far the asker's clock lies behind whole samples.
  let phase: Time
  /// The next sample that comes out, on the clip's clock.
  private(set) var position: Int64
  private let travel: Travel
  private let stretcher: Stretcher
  /// The first sample that has not been laid out, on the clip's clock.
  private var laidOut: Int64
  /// Samples that are laid out at a time: so often a changing pace is asked for.
  private static let stride: Int64 = 1024

  /// - Parameter start: Its first sample.
  init(_ travel: Travel, semitones: Double, channelCount: Int, from start: Int64, phase: Time) throws {
    (self.travel, self.phase) = (travel, phase)
    stretcher = try Stretcher(channelCount: channelCount, semitones: semitones)
    (position, laidOut) = (start, start)
  }

  /// The next samples.
  ///
  /// - Parameter hear: Gives a stretch of the input.
  mutating func take(_ count: Int, hear: (_ start: Int64, _ count: Int) throws -> AudioBlock?) throws -> AudioBlock {
    while stretcher.readyCount < count { try layOut(hear) }
    position += Int64(count)
    return stretcher.take(count)
  }

  private mutating func layOut(_ hear: (Int64, Int) throws -> AudioBlock?) throws {
    let (start, end) = (place(of: laidOut), place(of: laidOut + Self.stride))
    let heard = try hear(start, Int(end - start))
    let silence = AudioBlock(channelCount: stretcher.channelCount, frameCount: Int(end - start))
    try stretcher.put(heard ?? silence, lasting: Int(Self.stride))
    laidOut += Self.stride
  }

  /// The sample of the input that belongs to one of the clip.
  private func place(of sample: Int64) -> Int64 {
    let flicks = travel.position(at: .samples(sample) + phase)
    return Int64((flicks / Double(Time.flicksPerSecond / AudioBlock.sampleRate)).rounded(.down))
  }
}
