import Codec
import Dispatch
import Glibc
import Graph
import Plan
import Store
import Synchronization

/// A video that is drawn while it is watched: HTTP Live Streaming (RFC 8216) over fragmented mp4. The playlist is there at
/// once; a segment is drawn when it is asked for, and kept where the composition keeps things, or else as long as the
/// stream.
///
/// Any thread may use it. The pictures are those of `render`, to the bit.
public final class VideoStream: Sendable {
  /// What has become of a segment.
  public enum State: String, Sendable {
    case absent, drawing, kept
  }

  private let stream: StreamPlan
  private let movie: FragmentedMovie
  let pictures: StreamPictures
  private let sound: StreamSound
  private let cache: any Cache
  private let queue = DispatchQueue(label: "reprise.stream")

  init(_ composition: Composition, options: RenderOptions) throws {
    try options.check()
    let encoding = try composition.encoding(options)
    let plan = Plan(composition.graph, output: encoding.size, frames: try composition.frames(in: options.range))
    stream = StreamPlan(plan, encoding, Mastering(composition))
    movie = try FragmentedMovie(encoding, hasSound: stream.hasSound)
    cache = try SpoolCache(before: composition.cache, in: LocalFile.temporaryFolder)
    pictures = StreamPictures(stream, composition.shelf, cache: cache, jobs: options.jobs ?? VideoStream.jobs)
    sound = StreamSound(stream, composition.shelf, cache: cache)
  }

  deinit { close() }

  /// A segment keeps two processors busy: one draws, the other encodes. More at once would only make each come later.
  private static var jobs: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) / 2) }

  public var size: Size { stream.encoding.size }
  public var segmentCount: Int { stream.count }
  public var duration: Time { stream.count == 0 ? .zero : stream.range(of: stream.count - 1).end }
  /// What it is made with, as RFC 6381 writes it: `video/mp4; codecs="avc1.64001f,mp4a.40.2"`.
  public var mediaType: String { "video/mp4; codecs=\"\(movie.codecs)\"" }

  /// When a segment is shown. - Precondition: there is such a segment.
  public func range(of index: Int) -> TimeRange { stream.range(of: index) }

  /// What has become of each segment.
  public func states() async -> [State] {
    let known = try? await queue.result { [self] in
      let entries = (0..<stream.count).map(stream.picture)
      let known = cache.known(among: entries)
      return entries.map(known.contains)
    }
    let drawing = pictures.drawing
    return (0..<stream.count).map { known?[$0] == true ? .kept : drawing.contains($0) ? .drawing : .absent }
  }

  /// What a player has to know before the first segment.
  public var initialization: [UInt8] { movie.initialization() }

  /// Tells a segment's bytes from any others, without drawing them.
  public func tag(of index: Int) async throws(RepriseError) -> String {
    try check(index)
    do {
      return try await queue.result { [self] in
        let sound = stream.hasSound ? "\(stream.stretch(of: index).digest)" : ""
        let place = "\(index) \(stream.frames(of: index).lowerBound)"
        return "\(Digest(of: "fragment 1 \(place) \(stream.picture(of: index).digest) \(sound)".utf8))"
      }
    } catch {
      throw RepriseError(error)
    }
  }

  /// A segment's bytes, drawn if need be. Whoever is cancelled waits no longer, and what nobody waits for is not drawn to
  /// its end.
  ///
  /// - Parameters:
  ///   - index: From 0 to less than `segmentCount`.
  ///   - viewer: Whoever asks, by any name: what lies ahead of each viewer is drawn before it is asked for.
  public func segment(_ index: Int, for viewer: String) async throws(RepriseError) -> [UInt8] {
    try check(index)
    do {
      async let sound = sound.stretch(of: index)
      let picture = try await pictures.segment(index, for: viewer)
      return try movie.fragment(index, picture, from: stream.frames(of: index).lowerBound, sound: try await sound)
    } catch {
      throw RepriseError(error)
    }
  }

  private func check(_ index: Int) throws(RepriseError) {
    guard (0..<stream.count).contains(index) else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "there is no segment \(index)", wanted: "0 to \(stream.count - 1)")
    }
  }

  /// Stops all drawing; whoever waits is told that it was stopped.
  public func close() { pictures.close() }
}

extension Composition {
  /// Makes a stream of the video. Nothing is drawn before somebody asks for it.
  ///
  /// - Throws: what is wrong with the options.
  public func stream(options: RenderOptions = RenderOptions()) throws(RepriseError) -> VideoStream {
    guard options.codec ?? .h264 == .h264 else {
      throw RepriseError(
        .usage, code: "codec", came: "a stream cannot hold \(options.codec?.title ?? "")", wanted: "h264")
    }
    do {
      return try VideoStream(self, options: options)
    } catch {
      throw RepriseError(error)
    }
  }
}
