import Codec
import Graph
import Plan
import Render

/// One rendering of a composition to an mp4: pictures on several threads, sound on another, then both into one file.
final class MovieJob: Sendable {
  private let composition: Composition
  private let plan: Plan
  private let encoding: VideoEncoding
  private let path: String
  private let jobs: Int?
  private let spool: PacketSpool
  private let folder: String
  private let carry: RenderOptions.Carry

  init(_ composition: Composition, path: String, options: RenderOptions) throws {
    self.composition = composition
    self.path = path
    encoding = try composition.encoding(options)
    plan = Plan(composition.graph, output: encoding.size, frames: try composition.frames(in: options.range))
    (jobs, carry) = (options.jobs, options.carry)
    folder = MovieJob.folder(of: path)
    spool = try PacketSpool(in: folder)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  func run(progress: @escaping @Sendable (RenderProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool) throws
    -> RenderReport
  {
    let parcel = try Parcel(composition, carry, composition.store)
    let pictures = PictureJob(plan, composition.shelf, encoding, into: spool, cache: composition.cache)
    let rendition = rendition(pictures.keys, parcel)
    if rendition?.isThere == true { return report([], parcel, wasThere: true) }
    let file = try AtomicFile(path)
    let failed = Flag()
    let sound = Background { [self] in
      try SoundJob(plan, composition.shelf, spoolingIn: folder, cache: composition.cache).run {
        isCancelled() || failed.isRaised
      }
    }
    let drawn: [Segment]
    do {
      drawn = try draw(pictures, progress) { isCancelled() || sound.hasFailed }
    } catch {
      failed.raise()
      // An error of the sound stops the pictures, and is then the one to tell.
      _ = try sound.result()
      throw error
    }
    let movie = Movie(
      encoding, segments: spool, sound: try sound.result() ?? nil, boxes: parcel.boxes, synopsis: parcel.synopsis)
    try movie.write(into: file)
    try file.commit()
    rendition?.remember(file)
    try remember()
    return report(drawn, parcel, wasThere: false)
  }

  /// - Returns: The segments that were not at hand.
  private func draw(
    _ pictures: PictureJob, _ progress: @escaping @Sendable (RenderProgress) -> Void,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) throws -> [Segment] {
    let missing = try pictures.collect()
    let count = missing.reduce(0) { $0 + Int64($1.frames.count) }
    try pictures.draw(missing, jobs: jobs) {
      progress(RenderProgress(framesDone: $0, frameCount: count))
    } isCancelled: {
      isCancelled()
    }
    return missing
  }

  /// Nil where nothing is remembered.
  private func rendition(_ pictures: [Digest], _ parcel: Parcel) -> Rendition? {
    composition.cache.map { cache in
      let sound = SoundJob(plan, composition.shelf, spoolingIn: folder, cache: nil).track
      return Rendition([encoding.key] + (pictures + [sound]).map { "\($0)" }, parcel, path: path, cache: cache)
    }
  }

  /// Notes which pictures are the post's, so that the video is known where its post was stripped.
  private func remember() throws {
    guard let store = composition.store, let post = composition.origin.post, post.isPublished else { return }
    var groups = GroupDigests()
    for index in 0..<spool.count { PictureGroups.read(try spool.segment(index)) { groups.add($0) } }
    store.remember(groups.finished(), of: post)
  }

  private func report(_ drawn: [Segment], _ parcel: Parcel, wasThere: Bool) -> RenderReport {
    let rate = composition.frameRate
    return RenderReport(
      path: path, size: encoding.size, frameCount: plan.frameCount, segmentCount: plan.segments.count,
      drawnSegmentCount: drawn.count, wasThere: wasThere,
      duration: rate.time(ofFrame: plan.frameCount), byteCount: LocalFile.byteCount(of: path),
      carries: parcel.carries, storeWarnings: composition.cache?.takeWarnings() ?? [])
  }
}
