/// Pictures that can be asked for by time.
///
/// A source belongs to one thread at a time. Asking in order of time is cheap; going back, or far ahead, seeks.
package protocol PictureSource: AnyObject {
  /// The picture on show at `time` on the source's own clock, where 0 is the earliest picture or sample of the file.
  /// Before the first picture it is the first; after the last, the last.
  ///
  /// - Throws: an error that says place and remedy if nothing can be read there.
  func frame(at time: Time) throws -> Frame
}

/// Sound that can be asked for by sample.
///
/// A source belongs to one thread at a time. Asking in order is cheap; going back, or far ahead, seeks.
package protocol SoundSource: AnyObject {
  /// Fills a stereo block with samples `start ..< start + frameCount` at 48 kHz on the source's own clock,
  /// where 0 is the earliest picture or sample of the file. Outside the recording there is silence.
  func read(from start: Int64, frameCount: Int) throws -> AudioBlock
}
