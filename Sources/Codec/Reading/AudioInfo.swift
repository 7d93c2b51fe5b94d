package import Media

/// What the sound of a file is like. A reader delivers it as stereo at 48 kHz whatever it is.
package struct AudioInfo: Hashable, Codable, Sendable {
  /// FFmpeg's name: `aac`, `opus`, `pcm_s16le`.
  package let codec: String
  package let sampleRate: Int
  package let channelCount: Int
  /// When the first sample sounds, on the file's clock.
  package let start: Time
  /// When the last sample ends, on the file's clock.
  package internal(set) var duration: Time
}
