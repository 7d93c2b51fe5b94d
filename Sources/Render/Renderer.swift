import Dispatch
package import Media
package import Plan
import Synchronization

/// Draws segments of a plan on several threads, each from its own slice of the graph. The bytes do not depend on how many
/// threads there are, nor on which segments are drawn.
package final class Renderer: Sendable {
  private let plan: Plan
  private let segments: [Segment]
  private let footage: any Footage
  private let format: PixelFormat
  private let keepsAlpha: Bool
  private let state: Mutex<State>

  private struct State {
    var schedule: Schedule
    var failure: (any Error)?
    var framesDone: Int64 = 0
  }

  /// - Parameters:
  ///   - segments: Those of the plan that are to be drawn, in order; all if left out.
  ///   - jobs: How many threads draw; at least 1.
  ///   - format: How pictures are handed on.
  ///   - keepsAlpha: Whether what is transparent stays so, where the format can say it, or lies on black.
  package init(
    _ plan: Plan, segments: [Segment]? = nil, footage: any Footage, format: PixelFormat = .yuv420p8,
    keepsAlpha: Bool = false, jobs: Int
  ) {
    (self.plan, self.format, self.keepsAlpha) = (plan, format, keepsAlpha)
    self.segments = segments ?? plan.segments
    self.footage = footage
    self.state = Mutex(State(schedule: Schedule(segments: self.segments.count, jobs: jobs)))
  }

  /// Draws all segments into a store, and returns when all are there.
  ///
  /// Blocks the caller; the work runs on threads of its own.
  /// - Parameters:
  ///   - progress: Told how many pictures are done, after each; on any thread, one at a time.
  ///   - isCancelled: Asked before each picture, on any thread.
  /// - Throws: the first error of any job, or `CancellationError`. The other jobs stop at their next picture.
  package func draw(
    into store: any SegmentStore, progress: @escaping @Sendable (Int64) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws {
    let group = DispatchGroup()
    let queue = DispatchQueue(label: "reprise.render", attributes: .concurrent)
    for job in 0..<state.withLock({ $0.schedule.jobs }) {
      queue.async(group: group) { [self] in
        do {
          try work(as: job, into: store, progress, isCancelled)
        } catch {
          state.withLock { $0.failure = $0.failure ?? error }
        }
      }
    }
    group.wait()
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  private func work(
    as job: Int, into store: any SegmentStore, _ progress: @Sendable (Int64) -> Void,
    _ isCancelled: @Sendable () -> Bool
  ) throws {
    let compositor = Compositor(plan.scene, footage: footage, format: format, keepsAlpha: keepsAlpha)
    // The segment before, which is still being worked off.
    var last: (any SegmentSink)?
    while let index = state.withLock({ $0.failure == nil ? $0.schedule.next(for: job) : nil }) {
      let segment = segments[index]
      compositor.scene = Scene(plan.picture(of: segment), output: plan.scene.output)
      let sink = try store.begin(segment)
      for frame in segment.frames {
        guard !isCancelled() else { throw CancellationError() }
        guard state.withLock({ $0.failure == nil }) else { return }
        try sink.write(try compositor.frame(at: plan.time(ofFrame: frame, in: segment)))
        state.withLock {
          $0.framesDone += 1
          progress($0.framesDone)
        }
      }
      sink.end()
      try last?.finish()
      last = sink
    }
    try last?.finish()
  }
}
