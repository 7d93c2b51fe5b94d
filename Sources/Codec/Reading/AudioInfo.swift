package import Media

/// What the sound of a file is like. A reader delivers it at 48 kHz, in stereo or in 5.1, whatever it is.
package struct AudioInfo: Hashable, Codable, Sendable {
  /// FFmpeg's name: `aac`, `opus`, `pcm_s16le`.
  package let codec: String
  package let sampleRate: Int
  package let channelCount: Int
  /// When the first sample sounds, on the file's clock.
  package let start: Time
  /// When the last sample ends, on the file's clock.
  package internal(set) var duration: Time

  /// What a reader gives to a listener who has room for `layout`: 5.1 if both have more than two channels, otherwise
  /// stereo, also of one channel.
  package func delivered(in layout: ChannelLayout) -> ChannelLayout {
    layout == .surround && channelCount > 2 ? .surround : .stereo
  }
}
