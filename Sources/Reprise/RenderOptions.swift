/// How a video is drawn and written.
public struct RenderOptions: Hashable, Sendable {
  /// Of the pictures; the canvas's if nil. Its shape must be the canvas's.
  public var size: Size?
  /// The part that is wanted; all if nil.
  public var range: TimeRange?
  /// x264's preset, from `ultrafast` to `placebo`. Default `veryfast`.
  public var preset = "veryfast"
  /// x264's constant quality, 0 (lossless) to 51 (worst). Default 23.
  public var quality = 23
  /// Threads that draw; one for each processor if nil. The bytes do not depend on it.
  public var jobs: Int?

  public init() {}
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
  public let segmentCount: Int
  public let duration: Time
  public let byteCount: Int64
}
