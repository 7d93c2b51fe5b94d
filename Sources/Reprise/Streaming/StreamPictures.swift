import Codec
import Dispatch
import Synchronization

/// The pictures of a stream, a segment at a time: from the cache, or drawn when they are asked for, and kept.
///
/// The shell around `StreamSchedule`: threads, locks and waiting.
final class StreamPictures: Sendable {
  private let stream: StreamPlan
  private let shelf: Shelf
  private let cache: any Cache
  /// Reads what is kept. Nobody waits for a drawing to read what was drawn before: each queue has a thread of its own.
  private let reading = DispatchQueue(label: "reprise.stream.reading")
  private let state: Mutex<State>

  private typealias Waiter = CheckedContinuation<EncodedSegment, any Error>

  private struct State {
    var schedule: StreamSchedule
    var lastRequest = 0
    /// By segment and request.
    var waiters: [Int: [Int: Waiter]] = [:]
    /// Stop the drawings that are under way.
    var flags: [Int: Flag] = [:]
    /// Nobody uses them at present.
    var painters: [SegmentPainter] = []
    var isClosed = false
  }

  /// - Parameter jobs: How many segments are drawn at the same time, at most.
  init(_ stream: StreamPlan, _ shelf: Shelf, cache: any Cache, jobs: Int) {
    (self.stream, self.shelf, self.cache) = (stream, shelf, cache)
    state = Mutex(State(schedule: StreamSchedule(segmentCount: stream.count, jobs: jobs)))
  }

  /// The segments that are being drawn.
  var drawing: Set<Int> { state.withLock { $0.schedule.drawing } }

  /// A segment, for a viewer. Whoever is cancelled waits no longer, and what nobody waits for is not drawn to its end.
  func segment(_ index: Int, for viewer: String) async throws -> EncodedSegment {
    if let known = try await reading.result({ [self] in kept(index) }) {
      perform(state.withLock { $0.schedule.found(index, for: viewer) })
      return known
    }
    let request = state.withLock { state in
      state.lastRequest += 1
      return StreamSchedule.Request(id: state.lastRequest, viewer: viewer, segment: index)
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { wait($0, for: request) }
    } onCancel: {
      leave(request)
    }
  }

  /// Stops all drawing; whoever waits is told that it was stopped.
  func close() {
    let waiters = state.withLock { state in
      defer { state.waiters = [:] }
      state.isClosed = true
      for flag in state.flags.values { flag.raise() }
      return state.waiters.values.flatMap(\.values)
    }
    for waiter in waiters { waiter.resume(throwing: CancellationError()) }
  }

  // MARK: Waiting

  private func wait(_ waiter: Waiter, for request: StreamSchedule.Request) {
    let actions: [StreamSchedule.Action]? = state.withLock { state in
      // Cancelled before there was anything to leave.
      guard !Task.isCancelled, !state.isClosed else { return nil }
      state.waiters[request.segment, default: [:]][request.id] = waiter
      return state.schedule.ask(request)
    }
    guard let actions else { return waiter.resume(throwing: CancellationError()) }
    perform(actions)
  }

  private func leave(_ request: StreamSchedule.Request) {
    let (waiter, actions) = state.withLock { state in
      (state.waiters[request.segment]?.removeValue(forKey: request.id), state.schedule.leave(request.id))
    }
    waiter?.resume(throwing: CancellationError())
    perform(actions)
  }

  private func answer(_ index: Int, _ result: Result<EncodedSegment, any Error>) {
    let waiters = state.withLock { $0.waiters.removeValue(forKey: index) }
    for waiter in (waiters ?? [:]).values { waiter.resume(with: result) }
  }

  // MARK: Drawing

  private func perform(_ actions: [StreamSchedule.Action]) {
    for action in actions {
      switch action {
      case .draw(let index): start(index)
      case .stop(let index): state.withLock { $0.flags[index] }?.raise()
      }
    }
  }

  private func start(_ index: Int) {
    let flag = Flag()
    let painter = state.withLock { state in
      if state.isClosed { flag.raise() }
      state.flags[index] = flag
      let near = state.painters.firstIndex { $0.next == index } ?? state.painters.indices.last
      return near.map { state.painters.remove(at: $0) }
    }
    DispatchQueue(label: "reprise.stream.drawing").async { [self] in
      run(index, painter ?? SegmentPainter(stream, shelf), flag)
    }
  }

  private func run(_ index: Int, _ painter: SegmentPainter, _ flag: Flag) {
    let result = Result { try kept(index) ?? drawn(index, painter, flag) }
    var ending = StreamSchedule.Ending.answered
    if case .failure(let error) = result, error is CancellationError { ending = .stopped }
    let actions = state.withLock { state in
      state.painters.append(painter)
      state.flags[index] = nil
      return state.schedule.ended(index, ending)
    }
    if ending == .answered { answer(index, result) }
    perform(actions)
  }

  private func drawn(_ index: Int, _ painter: SegmentPainter, _ flag: Flag) throws -> EncodedSegment {
    let segment = try painter.draw(index) { flag.isRaised }
    // Whoever waits need not wait for the disk.
    answer(index, .success(segment))
    cache.keep(segment.serialized(), for: stream.picture(of: index))
    return segment
  }

  private func kept(_ index: Int) -> EncodedSegment? {
    guard let bytes = cache.bytes(for: stream.picture(of: index)), let known = try? EncodedSegment(serialized: bytes),
      known.frameCount == stream.frames(of: index).count
    else { return nil }
    return known
  }
}
