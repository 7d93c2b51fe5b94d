import Dispatch

extension Composition {
  /// Draws the video and writes it to a file, which appears whole or not at all.
  ///
  /// The work runs on threads of its own. Cancelling the task stops it at the next picture, and nothing is left behind.
  /// - Parameters:
  ///   - path: Ends in `.mp4` (H.264 and AAC) or `.png` (the first picture of the range).
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
      try options.check()
      switch try OutputFormat(path: path) {
      case .mp4:
        return try MovieJob(self, path: path, options: options).run(progress: progress, isCancelled: isCancelled)
      case .png:
        return try writePicture(at: options.range?.start ?? .zero, size: options.size, to: path)
      }
    } catch {
      throw RepriseError(error)
    }
  }
}
