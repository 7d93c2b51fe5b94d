import Codec
import Dispatch
import Glibc
import Graph
import Plan
import Render
import Store
import Synchronization

/// The pictures of a video: takes from the cache what is there, draws the rest on several threads, and keeps it.
final class PictureJob: Sendable {
  private let plan: Plan
  private let shelf: Shelf
  private let encoding: VideoEncoding
  private let spool: PacketSpool
  private let cache: (any Cache)?
  /// Places of equal segments, by their key; the first is the one that is drawn.
  private let places: [Digest: [Int]]
  /// Of all segments, in order.
  let keys: [Digest]

  init(_ plan: Plan, _ shelf: Shelf, _ encoding: VideoEncoding, into spool: PacketSpool, cache: (any Cache)?) {
    (self.plan, self.shelf, self.encoding, self.spool, self.cache) = (plan, shelf, encoding, spool, cache)
    keys = PictureKeys(plan, encoding).keys
    places = Dictionary(grouping: plan.segments.indices) { [keys] in keys[$0] }
  }

  /// Puts all pictures into the spool.
  ///
  /// - Parameter jobs: Threads that draw; if nil, as many as keep the processors busy.
  /// - Returns: The segments that were not at hand.
  func drawMissing(
    jobs: Int?, progress: @escaping @Sendable (RenderProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) throws -> [Segment] {
    let missing = try collect()
    let count = missing.reduce(0) { $0 + Int64($1.frames.count) }
    try draw(
      missing, jobs: jobs, progress: { progress(RenderProgress(framesDone: $0, frameCount: count)) },
      isCancelled: isCancelled)
    return missing
  }

  /// Puts what is kept already into the spool.
  ///
  /// - Returns: The segments that are still to be drawn, in order.
  private func collect() throws -> [Segment] {
    let different = plan.segments.filter { places[keys[$0.index]]?.first == $0.index }
    // Comparing what is kept with its digest takes longest, so all processors do it.
    let outcomes = Mutex<[Int: Result<Bool, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: different.count) { turn in
      let outcome = Result { try collect(different[turn]) }
      outcomes.withLock { $0[turn] = outcome }
    }
    return try outcomes.withLock { outcomes in
      try different.indices.filter { try outcomes[$0]?.get() == false }.map { different[$0] }
    }
  }

  /// - Returns: Whether a segment was kept.
  private func collect(_ segment: Segment) throws -> Bool {
    let key = keys[segment.index]
    guard let bytes = cache?.bytes(for: CacheKey(.picture, key)),
      let known = try? EncodedSegment(serialized: bytes), known.frameCount == segment.frames.count
    else { return false }
    try spool.append(known, serialized: bytes, at: places[key] ?? [])
    return true
  }

  /// Draws segments into the spool.
  private func draw(
    _ segments: [Segment], jobs: Int?, progress: @escaping @Sendable (Int64) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    guard !segments.isEmpty else { return }
    let renderer = Renderer(
      plan, segments: segments, footage: shelf, format: encoding.format, keepsAlpha: encoding.hasAlpha,
      jobs: jobs ?? self.jobs(for: segments))
    try renderer.draw(into: self, progress: progress, isCancelled: isCancelled)
  }

  /// Threads that draw, beside two each that encode. No more than needed: each begins in the middle of a group of
  /// pictures of its footage, whose beginning it decodes for nothing.
  private func jobs(for segments: [Segment]) -> Int {
    let cost = segments.reduce(Plan.Cost()) { $0 + plan.cost(of: $1, effort: encoding.effort) }
    let share = cost.drawing / max(cost.total, .leastNormalMagnitude)
    let processors = Double(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    return Int(max(processors * share, processors * (1 - share) / 2).rounded(.up))
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

    func end() { line.end() }

    func finish() throws {
      guard let segment = try line.finish() else { throw CancellationError() }
      try finished(segment)
    }
  }
}
