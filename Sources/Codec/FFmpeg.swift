import CFFmpeg

/// What holds for FFmpeg in the whole process.
package enum FFmpeg {
  /// Silences FFmpeg's own printing and bounds its allocations. Every owner of a context calls it; the first call acts.
  package static func prepare() { _ = prepared }

  /// No single allocation inside FFmpeg is larger than half of what there is: by default room for an RGBA picture of 128
  /// megapixels, and far less than what the header of a hostile file may claim.
  package static func bound(memory: Int) { av_max_alloc(memory / 2) }

  private static let prepared: Void = {
    av_log_set_level(AV_LOG_QUIET)
    bound(memory: MediaLimits().memory)
  }()
}
