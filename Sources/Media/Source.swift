/// Pictures that can be asked for by time.
///
/// A source belongs to one thread at a time. Asking in order of time is cheap; going back, or far ahead, seeks.
package protocol PictureSource: AnyObject {
  /// The picture on show at `time` on the file's clock. Time 0 is its first picture; or its first sample, if sound leads
  /// by a tenth of a second or more (a shorter lead is an encoder's run-up).
  /// Before the first picture it is the first; after the last, the last.
  ///
  /// - Throws: an error that says place and remedy if nothing can be read there.
  func frame(at time: Time) throws -> Frame
}

/// Sound that can be asked for by sample.
///
/// A source belongs to one thread at a time. Asking in order is cheap; going back, or far ahead, seeks.
package protocol SoundSource: AnyObject {
  /// A block with samples `start ..< start + frameCount` at 48 kHz, on the same clock as the file's pictures. Outside the
  /// recording there is silence. All blocks of a source have the same channels: those of a `ChannelLayout`.
  func read(from start: Int64, frameCount: Int) throws -> AudioBlock
}
