package import Media

/// A media file that is open for reading, by this process or by processes that can do nothing else. Any thread may use it;
/// what it gives belongs to one thread at a time.
package protocol Recording: AnyObject, Sendable {
  var path: String { get }
  /// What there is to know of the file. The first call may have to measure how long it is.
  func profile() throws -> MediaProfile
  /// A reader of its pictures, at their start.
  func pictures() throws -> any PictureSource
  /// A reader of its sound, at its start.
  ///
  /// - Parameter layout: What the listener has room for: see `AudioInfo.delivered(in:)`.
  func sound(in layout: ChannelLayout) throws -> any SoundSource
  /// Its picture, so many times as large as it is of itself, if it is a drawing (see `MediaInfo.isDrawing`).
  func drawing(scale: Double) throws -> Frame
}

extension Recording {
  /// A reader of its sound in stereo, at its start.
  package func sound() throws -> any SoundSource { try sound(in: .stereo) }
}

extension MediaFile: Recording {
  package func pictures() throws -> any PictureSource { try VideoReader(self) }
  package func sound(in layout: ChannelLayout) throws -> any SoundSource { try AudioReader(self, in: layout) }
  package func drawing(scale: Double) throws -> Frame { throw CodecError(.noVideo, path, "is no drawing") }
}
