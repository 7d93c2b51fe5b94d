import Codec

/// How a video is drawn and written.
public struct RenderOptions: Hashable, Sendable {
  /// Of the pictures; the canvas's if nil. Its shape must be the canvas's.
  public var size: Size?
  /// The part that is wanted; all if nil.
  public var range: TimeRange?
  /// How pictures are coded; what is usual in the file's format if nil.
  public var codec: VideoCodec?
  /// How much time encoding may take, one of `presets`; `veryfast` if nil.
  public var preset: String?
  /// Constant quality, one of the codec's `qualities`, 0 being the best; what is usual for the codec if nil.
  public var quality: Int?
  /// What of its post a video carries in itself.
  public enum Carry: String, Hashable, Sendable, CaseIterable {
    /// All that it needs, unless that is larger than `largestCargo`: the recipes alone then.
    case fitting
    /// All that it needs: recipes, files, fonts, and those of the posts that it remixes.
    case everything
    /// The recipes alone.
    case recipes
    case nothing
  }

  /// Default `fitting`. Files go along whole, also those of which the video shows a part.
  public var carry = Carry.fitting
  /// Bytes of files and recipes that `fitting` puts into a video: 32 MB.
  public static let largestCargo: Int64 = 32_000_000
  /// Threads that draw, each with up to two that encode; as many as keep the processors busy if nil. The bytes do not
  /// depend on it.
  public var jobs: Int?

  public init() {}

  /// Fastest first, by the names that x264 gives them.
  public static var presets: [String] { VideoEncoding.presets }

  /// What the caller asks for is checked before anything is opened, so that a mistake in it is known as the caller's.
  func check() throws(RepriseError) {
    guard RenderOptions.presets.contains(preset ?? "veryfast") else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "there is no preset \"\(preset ?? "")\"",
        wanted: "one of \(RenderOptions.presets.joined(separator: ", "))")
    }
    guard (1...1024).contains(jobs ?? 1) else {
      throw RepriseError(.usage, code: "outOfRange", came: "there are \(jobs ?? 1) jobs", wanted: "1 to 1024")
    }
  }
}

extension RenderOptions {
  /// What is asked of a codec is checked before anything is opened, too.
  ///
  /// - Parameter codec: Nil where no pictures are written.
  func check(for codec: VideoCodec?) throws(RepriseError) {
    let title = codec?.title ?? "sound"
    guard preset == nil || codec?.hasPresets == true else {
      throw RepriseError(.usage, code: "outOfRange", came: "\(title) has no presets", remedy: "leave --preset out")
    }
    guard let quality else { return }
    guard let codec, codec.qualities.count > 1 else {
      throw RepriseError(.usage, code: "outOfRange", came: "\(title) has one quality", remedy: "leave --quality out")
    }
    guard codec.qualities.contains(quality) else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "the quality is \(quality)", wanted: "\(title)'s \(codec.qualityWords)")
    }
  }
}

/// How far a rendering is.
public struct RenderProgress: Hashable, Sendable {
  public let framesDone: Int64
  public let frameCount: Int64
}

/// What a rendering made.
public struct RenderReport: Hashable, Sendable {
  public let path: String
  public let size: Size
  public let frameCount: Int64
  /// Stretches of two seconds at most, which are drawn, encoded and kept each on its own.
  public let segmentCount: Int
  /// How many of them were drawn; the others were at hand.
  public let drawnSegmentCount: Int
  /// Whether the file was there already, as Reprise would write it, and was left alone.
  public let wasThere: Bool
  public let duration: Time
  public let byteCount: Int64
  /// What of its post the video carries: everything, recipes or nothing.
  public var carries = RenderOptions.Carry.nothing
  /// What of the video the file cannot hold, in sentences.
  public var warnings: [String] = []
  /// What was found wrong with the store meanwhile: the video is whole all the same.
  public var storeWarnings: [String] = []
}
