import Codec
import Plan
import Render

/// Draws and encodes one segment after another, and keeps its decoders open in between.
final class SegmentPainter: @unchecked Sendable {
  // Sendable because it is taken out of a locked list by the one thread that uses it.
  private let compositor: Compositor
  private let stream: StreamPlan
  /// The segment that it can go on with without seeking.
  private(set) var next = 0

  init(_ stream: StreamPlan, _ shelf: Shelf) {
    self.stream = stream
    compositor = Compositor(stream.plan.scene, footage: shelf)
  }

  /// - Parameter isCancelled: Asked before each picture.
  func draw(_ index: Int, isCancelled: () -> Bool) throws -> EncodedSegment {
    let (plan, place) = (stream.plan, stream.plan.segments[index])
    compositor.scene = Scene(plan.picture(of: place), output: plan.scene.output)
    let line = try EncodingLine(stream.encoding)
    for frame in place.frames {
      guard !isCancelled() else { throw CancellationError() }
      line.write(try compositor.frame(at: plan.time(ofFrame: frame, in: place)))
    }
    next = index + 1
    guard let segment = try line.finish(unless: isCancelled) else { throw CancellationError() }
    return segment
  }
}
