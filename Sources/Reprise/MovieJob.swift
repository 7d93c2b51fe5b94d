import Codec
import Graph
import Plan
import Render

/// One rendering of a composition to a file: pictures on several threads, sound on another, then both into one file.
final class MovieJob: Sendable {
  private let composition: Composition
  private let format: OutputFormat
  private let plan: Plan
  private let encoding: VideoEncoding
  private let path: String
  private let jobs: Int?
  private let spool: PacketSpool
  private let folder: String
  private let carry: RenderOptions.Carry

  init(_ composition: Composition, _ format: OutputFormat, path: String, options: RenderOptions) throws {
    (self.composition, self.format) = (composition, format)
    self.path = path
    encoding = try composition.encoding(options)
    plan = Plan(composition.graph, output: encoding.size, frames: try composition.frames(in: options.range))
    (jobs, carry) = (options.jobs, options.carry)
    folder = LocalFile.folder(of: path)
    spool = try PacketSpool(in: folder)
  }

  func run(progress: @escaping @Sendable (RenderProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool) throws
    -> RenderReport
  {
    let container = MovieContainer(rawValue: format.rawValue) ?? .mp4
    let parcel = try Parcel(composition, format.hasSound ? carry : .nothing, composition.store, in: container)
    let pictures = PictureJob(plan, composition.shelf, encoding, into: spool, cache: composition.cache)
    let rendition = rendition(pictures.keys, parcel)
    if rendition?.isThere == true { return report([], parcel, wasThere: true) }
    let file = try AtomicFile(path)
    let failed = Flag()
    let sound = Background { [self] in
      guard format.hasSound else { return nil as EncodedSound? }
      return try soundJob(cache: composition.cache).run { isCancelled() || failed.isRaised }
    }
    let drawn: [Segment]
    do {
      drawn = try pictures.drawMissing(jobs: jobs, progress: progress) { isCancelled() || sound.hasFailed }
    } catch {
      failed.raise()
      // An error of the sound stops the pictures, and is then the one to tell.
      _ = try sound.result()
      throw error
    }
    try assemble(container, sound: try sound.result() ?? nil, parcel, into: file)
    try file.commit()
    rendition?.remember(file)
    try remember()
    return report(drawn, parcel, wasThere: false)
  }

  private func assemble(
    _ container: MovieContainer, sound: EncodedSound?, _ parcel: Parcel, into file: AtomicFile
  ) throws {
    guard format.hasSound else { return try Animation(encoding, segments: spool).write(into: file) }
    let movie = Movie(
      encoding, in: container, segments: spool, sound: sound, boxes: parcel.boxes, synopsis: parcel.synopsis)
    try movie.write(into: file)
  }

  private func soundJob(cache: (any Cache)?) -> SoundJob {
    SoundJob(
      plan, composition.shelf, soundCodec, spoolingIn: folder, mastering: Mastering(composition), cache: cache)
  }

  /// Films for editing have sound for editing.
  private var soundCodec: SoundCodec {
    switch encoding.codec {
    case .prores, .prores4444: .pcm
    case _ where format == .webm: .opus
    default: .aac
    }
  }

  /// Nil where nothing is remembered.
  private func rendition(_ pictures: [Digest], _ parcel: Parcel) -> Rendition? {
    composition.cache.map { cache in
      let sound = soundJob(cache: nil).track
      return Rendition(
        [format.rawValue, encoding.key] + (pictures + [sound]).map { "\($0)" }, parcel, path: path, cache: cache)
    }
  }

  /// Notes which pictures are the post's, so that the video is known where its post was stripped.
  private func remember() throws {
    guard encoding.codec == .h264, let store = composition.store, let post = composition.origin.post, post.isPublished
    else { return }
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
