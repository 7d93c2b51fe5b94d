import Codec
import Graph
import Plan

/// One rendering of a composition's sound to a file of its own.
struct SoundFileJob {
  private let composition: Composition
  private let plan: Plan
  private let path: String

  init(_ composition: Composition, path: String, options: RenderOptions) throws {
    (self.composition, self.path) = (composition, path)
    plan = Plan(composition.graph, output: composition.size, frames: try composition.frames(in: options.range))
  }

  /// What has no sound becomes silence of its length.
  func run(_ format: SoundFile.Format, isCancelled: () -> Bool) throws -> RenderReport {
    let file = try AtomicFile(path)
    let sink = try SoundFile(format, composition.graph.canvas.sound, into: file)
    let job = SoundJob(
      plan, composition.shelf, .pcm, spoolingIn: LocalFile.folder(of: path),
      mastering: Mastering(composition), cache: composition.cache)
    try job.write(to: sink, isCancelled: isCancelled)
    try sink.finish()
    try file.commit()
    return RenderReport(
      path: path, size: composition.size, frameCount: plan.frameCount, segmentCount: plan.segments.count,
      drawnSegmentCount: 0, wasThere: false, duration: composition.frameRate.time(ofFrame: plan.frameCount),
      byteCount: LocalFile.byteCount(of: path), storeWarnings: composition.cache?.takeWarnings() ?? [])
  }
}
