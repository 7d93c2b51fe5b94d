import CFFmpeg
import Media

/// The streams that are read from a file, and the instant that is time 0 for both.
struct Tracks: Codable, Sendable {
  let place: String
  let container: String
  let picture: PictureTrack?
  let sound: SoundTrack?
  /// When the file ends as its header has it, on the file's clock; nil if it says nothing, or FFmpeg only guessed.
  let declaredEnd: Time?
  /// The rest of what is known, lengths left open.
  private let video: VideoInfo?
  let audio: AudioInfo?
  let warnings: [String]

  /// Sound that begins this little before the pictures is the encoder's run-up, which many containers cannot mark as
  /// such. Time 0 is the first picture then, so that picture k of a 25 Hz file begins at k/25.
  private static let runUp = Time(ticks: 1, rate: 10)

  init(of input: InputFile) throws(CodecError) {
    place = input.path
    let demuxer = try Demuxer(input)
    container = demuxer.formatName
    var warnings: [String] = []
    let pictures = try Self.pictures(demuxer, input, &warnings)
    let sounds = try Self.sounds(pictures == nil ? demuxer : Demuxer(input, isKnown: true), input, &warnings)
    guard pictures != nil || sounds != nil else { throw Self.nothing(input, warnings) }
    let zero = Self.zero(pictures, sounds)
    let name = demuxer.formatName
    picture = pictures.map { PictureTrack($0, zero: zero, container: name) }
    sound = sounds.map { SoundTrack($0, zero: zero, container: name) }
    declaredEnd = Self.declaredEnd(demuxer).map { $0 - zero }
    video = pictures.map { VideoInfo($0, zero: zero) }
    audio = sounds.map { AudioInfo($0, zero: zero) }
    self.warnings = warnings + (pictures?.warnings ?? [])
  }

  /// None, since nothing is decoded.
  init(drawingAt path: String) {
    (place, container, warnings) = (path, "", [])
    (picture, sound, declaredEnd, video, audio) = (nil, nil, nil, nil, nil)
  }

  /// Adds what was measured.
  func described(_ extent: Extent) -> MediaInfo {
    var (video, audio) = (video, audio)
    let isLonePicture = picture?.restarts == true && sound == nil && extent.pictureCount == 1
    let isStill = picture?.isStill == true || isLonePicture
    video?.isStill = isStill
    let isVariable = video?.isVariableRate == true || extent.isUneven
    video?.isVariableRate = isVariable && !isStill
    video?.duration = isStill ? .zero : extent.pictureEnd
    audio?.duration = extent.soundEnd
    let end = max(video?.duration ?? .zero, audio?.duration ?? .zero)
    return MediaInfo(
      container: container, duration: isStill ? nil : end, video: video, audio: audio,
      warnings: warnings + extent.warnings)
  }

  private static func pictures(
    _ demuxer: Demuxer, _ input: InputFile, _ warnings: inout [String]
  ) throws(CodecError) -> PictureProbe? {
    guard let index = demuxer.pictureStream else { return nil }
    do {
      return try PictureProbe(demuxer, stream: index, place: input.path)
    } catch {
      warnings.append("\(error); there will be no pictures from it")
      return nil
    }
  }

  private static func sounds(
    _ demuxer: Demuxer, _ input: InputFile, _ warnings: inout [String]
  ) throws(CodecError) -> SoundProbe? {
    guard let index = demuxer.soundStream else { return nil }
    do {
      return try SoundProbe(demuxer, stream: index, place: input.path)
    } catch {
      warnings.append("\(error); there will be no sound from it")
      return nil
    }
  }

  private static func nothing(_ input: InputFile, _ warnings: [String]) -> CodecError {
    let problem = warnings.isEmpty ? "holds neither pictures nor sound" : "nothing in it can be decoded"
    return CodecError(warnings.isEmpty ? .notMedia : .damaged, input.path, problem, remedy: "give another file")
  }

  private static func zero(_ pictures: PictureProbe?, _ sounds: SoundProbe?) -> Time {
    guard let pictures, let sounds else { return pictures?.start ?? sounds?.start ?? .zero }
    return sounds.start < pictures.start - runUp ? sounds.start : pictures.start
  }

  private static func declaredEnd(_ demuxer: Demuxer) -> Time? {
    let context = demuxer.context
    defer { withExtendedLifetime(demuxer) {} }
    let microseconds = AVRational(num: 1, den: AV_TIME_BASE)
    guard context.pointee.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE, context.pointee.duration > 0,
      let duration = Time(context.pointee.duration, of: microseconds)
    else { return nil }
    return duration + (Time(context.pointee.start_time, of: microseconds) ?? .zero)
  }
}
