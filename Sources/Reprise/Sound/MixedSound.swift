import Graph
import Media
import Plan
import Render
import Store

/// The samples of a video's sound, numbered on its own clock: mixed segment by segment, or as they are kept.
///
/// Reading on is cheap. Belongs to one thread at a time.
final class MixedSound {
  private let plan: Plan
  private let cache: (any Cache)?
  private let entry: (Segment) -> CacheKey
  private let mixer: Mixer
  /// What was mixed or fetched last, the latest last.
  private var parts: [Part] = []
  private static let mostParts = 3

  /// The samples of a segment, from its first on as far as they are there.
  private struct Part {
    let segment: Int
    var block: AudioBlock
    var count: Int
  }

  /// - Parameters:
  ///   - cache: Where samples are kept.
  ///   - entry: Where a segment's samples are kept.
  init(_ plan: Plan, _ shelf: Shelf, cache: (any Cache)?, entry: @escaping (Segment) -> CacheKey) {
    (self.plan, self.cache, self.entry) = (plan, cache, entry)
    mixer = Mixer(plan.scene, footage: shelf)
  }

  var layout: ChannelLayout { plan.graph.canvas.sound }

  private func silence(_ count: Int) -> AudioBlock { AudioBlock(channelCount: layout.channelCount, frameCount: count) }

  var hasSound: Bool { plan.graph.nodes[plan.graph.root].hasSound }

  /// Samples from a place on; silence before the first and after the last of the plan.
  func block(from start: Int64, frameCount: Int) throws -> AudioBlock {
    let range = start..<start + Int64(frameCount)
    var block = silence(frameCount)
    for segment in plan.segments[plan.segments(sounding: range)] {
      let own = plan.samples(of: segment)
      let asked = own.clamped(to: range)
      let inside = Int(asked.lowerBound - own.lowerBound)..<Int(asked.upperBound - own.lowerBound)
      let (samples, first) = try samples(inside, of: segment)
      block.copy(
        samples, from: inside.lowerBound - first, count: inside.count, at: Int(asked.lowerBound - range.lowerBound))
    }
    return block
  }

  /// Puts samples into whatever takes them.
  ///
  /// - Parameter master: What they go through; nil leaves them as they are.
  func write(
    _ samples: (start: Int64, end: Int64), through master: Master?, to sink: some SoundSink, isCancelled: () -> Bool
  ) throws {
    for start in stride(from: samples.start, to: samples.end, by: Int(Self.step)) {
      guard !isCancelled() else { throw CancellationError() }
      let count = Int(min(Self.step, samples.end - start))
      let mastered = try master?.block(from: start, frameCount: count, of: block)
      try sink.write(mastered ?? block(from: start, frameCount: count))
    }
  }

  /// Samples at a time: so often it is asked whether to go on.
  private static let step: Int64 = 4800

  /// Some of a segment's samples.
  ///
  /// - Returns: A block, and the number of its first sample in the segment.
  private func samples(_ range: Range<Int>, of segment: Segment) throws -> (AudioBlock, first: Int) {
    let samples = plan.samples(of: segment)
    guard let cache else { return (try mix(range, from: samples.lowerBound), range.lowerBound) }
    var part = take(segment.index) ?? fetched(segment, cache)
    defer { part.map(put) }
    if let part, part.count >= range.upperBound { return (part.block, 0) }
    let piece = try mix(range, from: samples.lowerBound)
    // What is asked for in order is kept when the segment is whole.
    if range.lowerBound == part?.count ?? 0 {
      var grown = part ?? Part(segment: segment.index, block: silence(samples.count), count: 0)
      part = nil
      grown.block.copy(piece, from: 0, count: range.count, at: grown.count)
      grown.count = range.upperBound
      if grown.count == samples.count { keep(grown.block, of: segment, cache) }
      part = grown
    }
    return (piece, range.lowerBound)
  }

  /// From the whole rather than from a segment's slice: the same samples, and what remembers is not begun anew each time.
  private func mix(_ range: Range<Int>, from first: Int64) throws -> AudioBlock {
    try mixer.block(from: first + Int64(range.lowerBound), frameCount: range.count)
  }

  // MARK: What is kept

  private func fetched(_ segment: Segment, _ cache: any Cache) -> Part? {
    let count = plan.samples(of: segment).count
    guard let bytes = cache.bytes(for: entry(segment)) else { return nil }
    let block =
      bytes.isEmpty
      ? silence(count) : AudioBlock(serialized: bytes, channelCount: layout.channelCount, frameCount: count)
    return block.map { Part(segment: segment.index, block: $0, count: count) }
  }

  /// Silence takes no room.
  private func keep(_ block: AudioBlock, of segment: Segment, _ cache: any Cache) {
    let isSilent = block.samples.allSatisfy { $0 == 0 }
    cache.keep(isSilent ? [] : block.serialized(), for: entry(segment))
  }

  private func take(_ segment: Int) -> Part? {
    parts.firstIndex { $0.segment == segment }.map { parts.remove(at: $0) }
  }

  private func put(_ part: Part) {
    parts.append(part)
    if parts.count > Self.mostParts { parts.removeFirst() }
  }
}
