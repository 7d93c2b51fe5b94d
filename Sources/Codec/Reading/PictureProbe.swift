import CFFmpeg
import Media

/// What the first picture of a stream, decoded, tells about the rest.
struct PictureProbe {
  let index: Int
  let codecID: AVCodecID
  let codec: String
  let decoder: String?
  let timeBase: AVRational
  /// The stamp of the first picture, and when that is on the container's clock.
  let origin: Int64
  let start: Time
  let size: Size
  let aspect: PixelAspect
  let orientation: Orientation
  /// The grid that time stamps keep to, if there is one.
  let grid: FrameRate?
  let rate: FrameRate
  let isVariableRate: Bool
  let format: PixelFormat
  let color: ColorDescription
  let hasAlpha: Bool
  /// How many pictures are decoded before the first can be shown.
  let delay: Int64
  let warnings: [String]

  init(_ demuxer: Demuxer, stream index: Int, place: String) throws(CodecError) {
    guard let stream = demuxer.stream(index), let parameters = stream.pointee.codecpar else {
      throw CodecError(.noVideo, place, "has no pictures")
    }
    codecID = parameters.pointee.codec_id
    codec = String(cString: avcodec_get_name(codecID))
    (decoder, warnings) = Self.decoder(of: stream, place: place)
    let (box, isWhole) = try Self.firstFrame(demuxer, index, decoder, place: place, codec: codec)
    // Otherwise the optimizer frees them as soon as their pointers are out, before what these point to is read.
    defer { withExtendedLifetime((demuxer, box)) {} }
    let frame = try PictureMaker(place: place, codec: codecID).frame(of: box)
    self.index = index
    timeBase = stream.pointee.time_base
    delay = Int64(max(0, parameters.pointee.video_delay))
    origin = Self.origin(box.pointer.pointee.best_effort_timestamp, stream, isWhole: isWhole)
    start = Time(origin, of: timeBase) ?? .zero
    size = frame.size
    aspect = PixelAspect(av_guess_sample_aspect_ratio(demuxer.context, stream, box.pointer))
    orientation = Self.orientation(stream, box)
    let average = FrameRate(stream.pointee.avg_frame_rate)
    grid = Self.grid(stream.pointee.r_frame_rate)
    isVariableRate = Self.differ(grid, average)
    rate = (isVariableRate ? average : nil) ?? Self.nominal(grid, average) ?? Self.fallbackRate
    format = frame.format
    color = frame.color
    hasAlpha = frame.alpha != .opaque
  }

  private static let fallbackRate = FrameRate(25) ?? { preconditionFailure("25 is a rate") }()

  /// FFmpeg's own VP8 and VP9 leave the alpha of WebM out; libvpx does not.
  private static func decoder(of stream: UnsafeMutablePointer<AVStream>, place: String) -> (String?, [String]) {
    let entry = av_dict_get(stream.pointee.metadata, "alpha_mode", nil, 0)
    guard let entry, String(cString: entry.pointee.value) == "1" else { return (nil, []) }
    let isVP8 = stream.pointee.codecpar.pointee.codec_id == AV_CODEC_ID_VP8
    let name = isVP8 ? "libvpx" : "libvpx-vp9"
    guard avcodec_find_decoder_by_name(name) != nil else {
      return (nil, ["\(place): its transparency is lost, because this FFmpeg is built without libvpx"])
    }
    return (name, [])
  }

  private static func firstFrame(
    _ demuxer: Demuxer, _ index: Int, _ decoder: String?, place: String, codec: String
  ) throws(CodecError) -> (FrameBox, isWhole: Bool) {
    do throws(FFmpegError) {
      guard let stream = demuxer.stream(index) else { throw FFmpegError("reading", code: FFmpegError.invalidData) }
      let decoder = try Decoder(stream, name: decoder, mostPixels: demuxer.mostPixels)
      let frames = try FrameStream(demuxer, stream: index, decoder: decoder)
      guard let box = try frames.next() else { throw FFmpegError("decoding \(codec)", code: FFmpegError.invalidData) }
      return (box, frames.takeFailures().isEmpty)
    } catch {
      throw CodecError(.damaged, place, "none of its pictures can be decoded", cause: error)
    }
  }

  /// Where the first picture failed, what the container says counts.
  private static func origin(_ found: Int64, _ stream: UnsafeMutablePointer<AVStream>, isWhole: Bool) -> Int64 {
    let declared = stream.pointee.start_time
    if found == reprise_AV_NOPTS_VALUE { return declared == reprise_AV_NOPTS_VALUE ? 0 : declared }
    return isWhole || declared == reprise_AV_NOPTS_VALUE ? found : min(found, declared)
  }

  private static func orientation(_ stream: UnsafeMutablePointer<AVStream>, _ box: FrameBox) -> Orientation {
    let bytes =
      av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, nil)
      ?? av_frame_get_side_data(box.pointer, AV_FRAME_DATA_DISPLAYMATRIX)?.pointee.data
    guard let bytes else { return .up }
    // Safe because both kinds of side data are nine 32-bit numbers, aligned by FFmpeg's allocator.
    return UnsafeRawPointer(bytes).withMemoryRebound(to: Int32.self, capacity: 9) { Orientation(matrix: $0) }
  }

  /// The rate that all stamps keep to, unless it is so high that it is only the tick of the clock.
  private static func grid(_ rate: AVRational) -> FrameRate? {
    guard let found = FrameRate(rate), found.framesPerSecond <= 300 else { return nil }
    return found
  }

  /// A stream of fields names twice the rate of its frames.
  private static func nominal(_ grid: FrameRate?, _ average: FrameRate?) -> FrameRate? {
    guard let grid, let average else { return grid ?? average }
    return average.framesPerSecond < 0.75 * grid.framesPerSecond
      ? FrameRate(Int(grid.numerator), 2 * Int(grid.denominator)) : grid
  }

  /// More than a hundredth apart, and not because of fields.
  private static func differ(_ grid: FrameRate?, _ average: FrameRate?) -> Bool {
    guard let average else { return grid == nil }
    guard let grid else { return true }
    let ratio = grid.framesPerSecond / average.framesPerSecond
    return abs(ratio - 1) > 0.01 && abs(ratio - 2) > 0.02
  }
}

extension FrameRate {
  /// Nil if FFmpeg's ratio is unset or beyond what a rate may be. A ratio that only rounds one of the rates of the field
  /// (19001/317, made of 16 683 333 ns) becomes that rate.
  init?(_ ratio: AVRational) {
    guard let exact = FrameRate(Int(ratio.num), Int(ratio.den)) else { return nil }
    let decimal = exact.framesPerSecond
    let usual = [FrameRate(Int(decimal.rounded())), FrameRate(Int((decimal * 1.001).rounded()) * 1000, 1001)]
    self = usual.compactMap { $0 }.first { abs($0.framesPerSecond / decimal - 1) < 2e-7 } ?? exact
  }
}
