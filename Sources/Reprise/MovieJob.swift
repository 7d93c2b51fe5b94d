import Codec
import Glibc
import Plan
import Render

/// One rendering of a composition to an mp4: pictures on several threads, sound on another, then both into one file.
final class MovieJob: Sendable {
  private let composition: Composition
  private let plan: Plan
  private let encoding: VideoEncoding
  private let path: String
  private let jobs: Int
  private let spool: PacketSpool
  private let folder: String

  init(_ composition: Composition, path: String, options: RenderOptions) throws {
    let size = try composition.checked(options.size)
    let frames = try MovieJob.frames(of: composition, in: options.range)
    self.composition = composition
    self.path = path
    plan = Plan(composition.graph, output: size, frames: frames)
    encoding = try VideoEncoding(
      size: size, frameRate: composition.frameRate, preset: options.preset, quality: options.quality)
    jobs = options.jobs ?? MovieJob.processors
    folder = MovieJob.folder(of: path)
    spool = try PacketSpool(in: folder)
  }

  private static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func frames(of composition: Composition, in range: TimeRange?) throws(RepriseError) -> Range<Int64>? {
    guard let range else { return nil }
    let whole = TimeRange(.zero, composition.duration)
    guard let shown = range.intersection(whole) else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "\(range) is not in the video", wanted: "a part of \(whole)")
    }
    let rate = composition.frameRate
    return rate.frames(before: shown.start)..<rate.frames(before: shown.end)
  }

  func run(progress: @escaping @Sendable (RenderProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool) throws
    -> RenderReport
  {
    let file = try AtomicFile(path)
    let count = plan.frameCount
    let failed = Flag()
    let sound = Background { [self] in try encodeSound { isCancelled() || failed.isRaised } }
    do {
      try Renderer(plan, footage: composition.shelf, jobs: jobs).draw(into: SpoolStore(encoding, spool)) {
        progress(RenderProgress(framesDone: $0, frameCount: count))
      } isCancelled: {
        isCancelled() || sound.hasFailed
      }
    } catch {
      failed.raise()
      // An error of the sound stops the pictures, and is then the one to tell.
      _ = try sound.result()
      throw error
    }
    try Movie(encoding, segments: spool, sound: try sound.result() ?? nil).write(into: file)
    try file.commit()
    return report()
  }

  /// The sound of the frames that are drawn, to the sample.
  private func encodeSound(isCancelled: () -> Bool) throws -> EncodedSound? {
    let mixer = Mixer(plan.scene, footage: composition.shelf)
    guard mixer.hasSound else { return nil }
    let encoder = try SoundEncoder(spoolingIn: folder)
    let (start, end) = plan.samples
    for position in stride(from: start, to: end, by: 4800) {
      guard !isCancelled() else { throw CancellationError() }
      try encoder.write(try mixer.block(from: position, frameCount: Int(min(4800, end - position))))
    }
    return try encoder.finish()
  }

  private func report() -> RenderReport {
    let rate = composition.frameRate
    return RenderReport(
      path: path, size: encoding.size, frameCount: plan.frameCount, segmentCount: plan.segments.count,
      duration: rate.time(ofFrame: plan.frameCount), byteCount: LocalFile.byteCount(of: path))
  }
}

/// Encodes each segment on its own, and puts it aside.
private struct SpoolStore: SegmentStore {
  let encoding: VideoEncoding
  let spool: PacketSpool

  init(_ encoding: VideoEncoding, _ spool: PacketSpool) {
    (self.encoding, self.spool) = (encoding, spool)
  }

  func begin(_ segment: Segment) throws -> any SegmentSink {
    SpoolSink(encoder: try SegmentEncoder(encoding), spool: spool, index: segment.index)
  }
}

private final class SpoolSink: SegmentSink {
  private let encoder: SegmentEncoder
  private let spool: PacketSpool
  private let index: Int

  init(encoder: SegmentEncoder, spool: PacketSpool, index: Int) {
    (self.encoder, self.spool, self.index) = (encoder, spool, index)
  }

  func write(_ frame: Frame) throws { try encoder.write(frame) }
  func finish() throws { try spool.append(try encoder.finish(), at: index) }
}
