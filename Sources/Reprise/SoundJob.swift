import Codec
import Graph
import Media
import Plan
import Render
import Store

/// The sound of a video, to the sample: mixed segment by segment, or taken from the cache, and encoded once, as a whole.
final class SoundJob {
  private let plan: Plan
  private let codec: SoundCodec
  private let folder: String
  private let cache: (any Cache)?
  private let mixer: Mixer
  /// Samples at a time: so often it is asked whether to go on.
  private static let stride = 4800

  /// - Parameter folder: Where packets take their space until the video is assembled.
  init(_ plan: Plan, _ shelf: Shelf, _ codec: SoundCodec, spoolingIn folder: String, cache: (any Cache)?) {
    (self.plan, self.codec, self.folder, self.cache) = (plan, codec, folder, cache)
    mixer = Mixer(plan.scene, footage: shelf)
  }

  private lazy var slices = plan.segments.map { Slice(plan, $0) }

  /// Tells the sound from any other.
  private(set) lazy var track = Digest(of: ([codec.key] + slices.map { "\($0.key)" }).joined(separator: "\n").utf8)

  /// The encoded sound; nil if there is nothing to hear.
  func run(isCancelled: () -> Bool) throws -> EncodedSound? {
    guard mixer.hasSound else { return nil }
    let track = self.track
    if let known = try? kept(track) { return known }
    let encoder = try SoundEncoder(codec, spoolingIn: folder)
    try write(to: encoder, isCancelled: isCancelled)
    let sound = try encoder.finish()
    try keep(sound, track)
    return sound
  }

  /// Mixes it all, into whatever takes it.
  func write(to sink: some SoundSink, isCancelled: () -> Bool) throws {
    for slice in slices { try write(slice, to: sink, isCancelled) }
  }

  /// A segment's samples, and what they are made from.
  private struct Slice {
    let graph: Graph
    let samples: Range<Int64>
    let key: Digest

    init(_ plan: Plan, _ segment: Segment) {
      graph = plan.sound(of: segment)
      samples = plan.samples(of: segment)
      key = plan.soundKey(of: segment, making: Libraries.decoding)
    }

    var isSilent: Bool { !graph.nodes[graph.root].hasSound }
  }

  private func write(_ slice: Slice, to encoder: some SoundSink, _ isCancelled: () -> Bool) throws {
    let entry = CacheKey(.sound, slice.key)
    if let bytes = slice.isSilent ? nil : cache?.bytes(for: entry),
      let block = AudioBlock(serialized: bytes, frameCount: slice.samples.count)
    {
      return try encoder.write(block)
    }
    mixer.scene = Scene(slice.graph)
    var whole = AudioBlock(frameCount: cache == nil ? 0 : slice.samples.count)
    for position in Swift.stride(from: 0, to: slice.samples.count, by: Self.stride) {
      guard !isCancelled() else { throw CancellationError() }
      let count = min(Self.stride, slice.samples.count - position)
      let block = try mixer.block(from: Int64(position), frameCount: count)
      try encoder.write(block)
      if cache != nil { whole.copy(block, from: 0, count: count, at: position) }
    }
    if !slice.isSilent { cache?.keep(whole.serialized(), for: entry) }
  }

  // MARK: The whole

  private func kept(_ track: Digest) throws -> EncodedSound? {
    guard let cache, let head = cache.bytes(for: SoundJob.entry(track, "head")) else { return nil }
    return try EncodedSound(head: head, codec, spoolingIn: folder) { cache.bytes(for: SoundJob.entry(track, "\($0)")) }
  }

  private func keep(_ sound: EncodedSound, _ track: Digest) throws {
    guard let cache else { return }
    for index in 0..<sound.partCount {
      cache.keep(try sound.serializedPart(index), for: SoundJob.entry(track, "\(index)"))
    }
    cache.keep(sound.serializedHead(), for: SoundJob.entry(track, "head"))
  }

  private static func entry(_ track: Digest, _ part: String) -> CacheKey {
    CacheKey(.track, Digest(of: "\(track) \(part)".utf8))
  }
}

extension SoundCodec {
  /// What decides the bytes of a track besides its samples. That of AAC is what it was when there was nothing else.
  fileprivate var key: String { self == .aac ? "aac 1" : "\(rawValue) 1 \(Libraries.encoding(self))" }
}
