import Codec
import Graph
import Plan
import Render
import Store

/// The pictures of a video: takes from the cache what is there, draws the rest on several threads, and keeps it.
final class PictureJob: Sendable {
  private let plan: Plan
  private let shelf: Shelf
  private let encoding: VideoEncoding
  private let spool: PacketSpool
  private let cache: (any Cache)?
  /// Places of equal segments, by their key; the first is the one that is drawn.
  private let places: [Digest: [Int]]
  private let keys: [Digest]

  init(_ plan: Plan, _ shelf: Shelf, _ encoding: VideoEncoding, into spool: PacketSpool, cache: (any Cache)?) {
    (self.plan, self.shelf, self.encoding, self.spool, self.cache) = (plan, shelf, encoding, spool, cache)
    keys = PictureKeys(plan, encoding).keys
    places = Dictionary(grouping: plan.segments.indices) { [keys] in keys[$0] }
  }

  /// Puts what is kept already into the spool.
  ///
  /// - Returns: The segments that are still to be drawn, in order.
  func collect() throws -> [Segment] {
    try plan.segments.filter { segment in
      let key = keys[segment.index]
      guard places[key]?.first == segment.index else { return false }
      guard let bytes = cache?.bytes(for: CacheKey(.picture, key)),
        let known = try? EncodedSegment(serialized: bytes), known.frameCount == segment.frames.count
      else { return true }
      try put(known, of: segment)
      return false
    }
  }

  /// Draws segments into the spool.
  func draw(
    _ segments: [Segment], jobs: Int, progress: @escaping @Sendable (Int64) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    guard !segments.isEmpty else { return }
    let renderer = Renderer(plan, segments: segments, footage: shelf, jobs: jobs)
    try renderer.draw(into: self, progress: progress, isCancelled: isCancelled)
  }

  private func put(_ encoded: EncodedSegment, of segment: Segment) throws {
    try spool.append(encoded, at: places[keys[segment.index]] ?? [segment.index])
  }
}

extension PictureJob: SegmentStore {
  func begin(_ segment: Segment) throws -> any SegmentSink {
    Sink(line: try EncodingLine(encoding)) { [self] encoded in
      cache?.keep(encoded.serialized(), for: CacheKey(.picture, keys[segment.index]))
      try put(encoded, of: segment)
    }
  }

  /// Encodes one segment on its own.
  private final class Sink: SegmentSink {
    private let line: EncodingLine
    private let finished: (EncodedSegment) throws -> Void

    init(line: EncodingLine, finished: @escaping (EncodedSegment) throws -> Void) {
      (self.line, self.finished) = (line, finished)
    }

    func write(_ frame: Frame) { line.write(frame) }

    func finish() throws {
      guard let segment = try line.finish() else { throw CancellationError() }
      try finished(segment)
    }
  }
}
