import Codec
import Plan

/// One rendering of a composition to a file for each picture.
struct SequenceJob {
  private let composition: Composition
  private let plan: Plan
  private let encoding: VideoEncoding
  private let path: String
  private let sequence: PictureSequence
  private let jobs: Int?

  init(_ composition: Composition, _ sequence: PictureSequence, path: String, options: RenderOptions) throws {
    (self.composition, self.sequence, self.path, jobs) = (composition, sequence, path, options.jobs)
    encoding = try composition.encoding(options)
    plan = Plan(composition.graph, output: encoding.size, frames: try composition.frames(in: options.range))
  }

  /// Nothing is written before all is drawn. A picture keeps its number, from 1, where only a part of the video is drawn.
  func run(progress: @escaping @Sendable (RenderProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool) throws
    -> RenderReport
  {
    let spool = try PacketSpool(in: LocalFile.folder(of: path))
    let pictures = PictureJob(plan, composition.shelf, encoding, into: spool, cache: composition.cache)
    let drawn = try pictures.drawMissing(jobs: jobs, progress: progress, isCancelled: isCancelled)
    let length = try sequence.write(spool, from: (plan.segments.first?.frames.lowerBound ?? 0) + 1)
    return RenderReport(
      path: path, size: encoding.size, frameCount: plan.frameCount, segmentCount: plan.segments.count,
      drawnSegmentCount: drawn.count, wasThere: false,
      duration: composition.frameRate.time(ofFrame: plan.frameCount), byteCount: length,
      storeWarnings: composition.cache?.takeWarnings() ?? [])
  }
}
