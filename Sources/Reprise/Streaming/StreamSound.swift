import Codec
import Dispatch
import Media
import Plan
import Render

/// The sound of a stream, a stretch of packets at a time: from the cache, or mixed and encoded when it is asked for.
final class StreamSound: @unchecked Sendable {
  // Sendable because the mixer, which alone is not, is used on `queue`.
  private let stream: StreamPlan
  private let cache: any Cache
  private let mixer: Mixer
  private let queue = DispatchQueue(label: "reprise.stream.sound")

  init(_ stream: StreamPlan, _ shelf: Shelf, cache: any Cache) {
    (self.stream, self.cache) = (stream, cache)
    mixer = Mixer(stream.plan.scene, footage: shelf)
  }

  /// The packets that go with a segment; nil if the video has no sound.
  func stretch(of index: Int) async throws -> SoundStretch? {
    guard stream.hasSound else { return nil }
    return try await queue.result { [self] in try kept(index) ?? made(index) }
  }

  private func kept(_ index: Int) -> SoundStretch? {
    cache.bytes(for: stream.stretch(of: index)).flatMap {
      SoundStretch(serialized: $0, packets: stream.packets(of: index))
    }
  }

  private func made(_ index: Int) throws -> SoundStretch {
    let packets = stream.packets(of: index)
    let stretch = try SoundStretch(packets, of: block(SoundStretch.samples(for: packets)))
    cache.keep(stretch.serialized(), for: stream.stretch(of: index))
    return stretch
  }

  /// Samples of the stream; silence before its beginning and after its end.
  private func block(_ range: Range<Int64>) throws -> AudioBlock {
    var block = AudioBlock(frameCount: range.count)
    for index in stream.segments(sounding: range) {
      let own = stream.samples(of: index)
      let part = own.clamped(to: range)
      let inside = Int(part.lowerBound - own.lowerBound)..<Int(part.upperBound - own.lowerBound)
      let (samples, start) = try samples(of: index, inside)
      block.copy(
        samples, from: inside.lowerBound - start, count: inside.count, at: Int(part.lowerBound - range.lowerBound))
    }
    return block
  }

  /// Some samples of a segment, or all. Those of a whole segment are kept.
  ///
  /// - Returns: A block, and the number of its first sample in the segment.
  private func samples(of index: Int, _ range: Range<Int>) throws -> (AudioBlock, start: Int) {
    let count = stream.samples(of: index).count
    let entry = stream.sound(of: index)
    if let bytes = cache.bytes(for: entry), let block = AudioBlock(serialized: bytes, frameCount: count) {
      return (block, 0)
    }
    mixer.scene = Scene(stream.plan.sound(of: stream.plan.segments[index]))
    let block = try mixer.block(from: Int64(range.lowerBound), frameCount: range.count)
    if range.count == count { cache.keep(block.serialized(), for: entry) }
    return (block, range.lowerBound)
  }
}
