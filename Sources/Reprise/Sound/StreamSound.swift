import Codec
import Dispatch
import Media
import Plan
import Render
import Signal

/// The sound of a stream, a stretch of packets at a time: from the cache, or mixed and encoded when it is asked for.
final class StreamSound: @unchecked Sendable {
  // Sendable because the mix and its master, which alone are not, are used on `queue`.
  private let stream: StreamPlan
  private let cache: any Cache
  /// What is mixed, without mastering.
  private let plain: MixedSound
  private lazy var mastered = Result { try stream.mastering.map { (try $0.mixed(), try $0.master()) } }
  private let queue = DispatchQueue(label: "reprise.stream.sound")

  init(_ stream: StreamPlan, _ shelf: Shelf, cache: any Cache) {
    (self.stream, self.cache) = (stream, cache)
    plain = MixedSound(stream.plan, shelf, cache: cache) { stream.sound(of: $0.index) }
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
    let start = range.lowerBound + stream.plan.samples.start
    guard let (mixed, master) = try mastered.get() else {
      return try plain.block(from: start, frameCount: range.count).forTwoSides
    }
    let block = try master?.block(from: start, frameCount: range.count, of: mixed.block)
    return try (block ?? mixed.block(from: start, frameCount: range.count)).forTwoSides
  }
}

extension AudioBlock {
  /// In stereo: mono on both sides; 5.1 by ITU-R BS.775, turned down so that full scale in all channels stays full scale.
  fileprivate var forTwoSides: AudioBlock {
    let gain: Float? = channelCount == 1 ? 1.414_213_6 : channelCount == 6 ? 0.414_213_6 : nil
    guard let gain else { return self }
    var block = converted(to: .stereo)
    for index in block.samples.indices { block.samples[index] *= gain }
    return block
  }
}
