import Codec
import Dispatch

extension Composition {
  /// Draws the video and writes it to a file, which appears whole or not at all.
  ///
  /// The work runs on threads of its own. Cancelling the task stops it at the next picture, and nothing is left behind.
  /// - Parameters:
  ///   - path: Its ending chooses the format: see `OutputFormat`. A `.png` is the first picture of the range, or, where the
  ///     name has a place for numbers (`%05d`), a file for each picture.
  ///   - progress: Told after each picture, on any thread, one at a time.
  public func render(
    to path: String, options: RenderOptions = RenderOptions(),
    progress: @escaping @Sendable (RenderProgress) -> Void = { _ in }
  ) async throws -> RenderReport {
    let stop = Flag()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(
            with: Result { () throws(RepriseError) in
              try renderNow(to: path, options: options, progress: progress) { stop.isRaised }
            })
        }
      }
    } onCancel: {
      stop.raise()
    }
  }

  /// The same, on the caller's thread. `isCancelled` is asked before each picture, on any thread.
  public func renderNow(
    to path: String, options: RenderOptions = RenderOptions(),
    progress: @escaping @Sendable (RenderProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(RepriseError) -> RenderReport {
    do {
      let (format, options) = try checked(options, for: path)
      var report = try render(format, to: path, options, progress, isCancelled)
      report.warnings = losses(in: format, options.codec)
      return report
    } catch {
      throw RepriseError(error)
    }
  }

  private func render(
    _ format: OutputFormat, to path: String, _ options: RenderOptions,
    _ progress: @escaping @Sendable (RenderProgress) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws -> RenderReport {
    switch format {
    case .mp4, .mov, .webm, .gif, .webp:
      return try MovieJob(self, format, path: path, options: options).run(progress: progress, isCancelled: isCancelled)
    case .png:
      if let sequence = PictureSequence(path) {
        return try SequenceJob(self, sequence, path: path, options: options).run(
          progress: progress, isCancelled: isCancelled)
      }
      return try writePicture(at: options.range?.start ?? .zero, size: options.size, to: path)
    case .wav: return try SoundFileJob(self, path: path, options: options).run(.wav, isCancelled: isCancelled)
    case .flac: return try SoundFileJob(self, path: path, options: options).run(.flac, isCancelled: isCancelled)
    }
  }

  /// The options with the codec that they come to.
  private func checked(
    _ options: RenderOptions, for path: String
  ) throws(RepriseError) -> (OutputFormat, RenderOptions) {
    let format = try OutputFormat(path: path)
    var options = options
    options.codec = try format.codec(options.codec, isTranslucent: isTranslucent)
    try options.check()
    try options.check(for: options.codec)
    return (format, options)
  }

  /// What of the video a file cannot hold.
  private func losses(in format: OutputFormat, _ codec: VideoCodec?) -> [String] {
    var losses: [String] = []
    if hasSound, !format.hasSound { losses.append("a .\(format.rawValue) has no sound: the video's is left out") }
    if isTranslucent, let codec, !codec.keepsAlpha {
      losses.append(
        "\(codec.title) keeps no transparency: what is transparent lies on black; .webm with VP9, .mov with ProRes 4444, "
          + ".webp, .gif and .png keep it")
    }
    return losses
  }
}
