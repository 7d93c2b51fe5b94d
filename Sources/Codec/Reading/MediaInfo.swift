package import Media

/// What a media file holds.
package struct MediaInfo: Hashable, Codable, Sendable {
  /// FFmpeg's name for the container: `mov`, `matroska`, `png_pipe`.
  package let container: String
  /// From time 0, the earliest picture or sample, to the end of the last. Nil for a still picture.
  package let duration: Time?
  /// Nil if there are no moving or still pictures; the cover of a music file is none.
  package let video: VideoInfo?
  package let audio: AudioInfo?
  /// What was found broken or had to be guessed: a sentence each.
  package let warnings: [String]
}
