import CFFmpeg

/// What holds for FFmpeg in the whole process.
enum FFmpeg {
  /// No single allocation inside FFmpeg is larger: room for an RGBA picture of 128 megapixels, and far less than what
  /// the header of a hostile file may claim.
  static let largestAllocation = 512 << 20

  /// Silences FFmpeg's own printing and bounds its allocations. Every owner of a context calls it; the first call acts.
  static func prepare() { _ = prepared }

  private static let prepared: Void = {
    av_log_set_level(AV_LOG_QUIET)
    av_max_alloc(largestAllocation)
  }()
}
