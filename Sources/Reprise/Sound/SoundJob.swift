import Codec
import Graph
import Media
import Plan
import Render
import Store

/// The sound of a video, to the sample: mixed segment by segment, or taken from the cache, made as loud as was asked, and
/// encoded once, as a whole.
final class SoundJob {
  private let plan: Plan
  private let codec: SoundCodec
  private let folder: String
  private let cache: (any Cache)?
  private let mastering: Mastering?
  private let keys: SoundKeys
  /// What is mixed, without mastering.
  private let plain: MixedSound

  /// - Parameters:
  ///   - folder: Where packets take their space until the video is assembled.
  ///   - mastering: What is done to the whole mix; nil leaves it as it is.
  init(
    _ plan: Plan, _ shelf: Shelf, _ codec: SoundCodec, spoolingIn folder: String, mastering: Mastering?,
    cache: (any Cache)?
  ) {
    (self.plan, self.codec, self.folder, self.cache) = (plan, codec, folder, cache)
    self.mastering = mastering
    let keys = SoundKeys(plan)
    self.keys = keys
    plain = MixedSound(plan, shelf, cache: cache) { keys.entry(for: $0) }
  }

  /// Tells the sound from any other.
  private(set) lazy var track = Digest(
    of: [codec.key, keys.text, mastering?.key].compactMap(\.self).joined(separator: "\n").utf8)

  /// The encoded sound; nil if there is nothing to hear.
  func run(isCancelled: () -> Bool) throws -> EncodedSound? {
    guard plain.hasSound else { return nil }
    let track = self.track
    if let known = try? kept(track) { return known }
    let encoder = try SoundEncoder(codec, plain.layout, spoolingIn: folder)
    try write(to: encoder, isCancelled: isCancelled)
    let sound = try encoder.finish()
    try keep(sound, track)
    return sound
  }

  /// Puts all of it into whatever takes it.
  func write(to sink: some SoundSink, isCancelled: () -> Bool) throws {
    let master = try mastering?.master(isCancelled: isCancelled)
    let mixed = try mastering?.mixed() ?? plain
    try mixed.write(plan.samples, through: master, to: sink, isCancelled: isCancelled)
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
