package import Media

/// A sound to listen to: how long it is, and how its samples are had.
package struct Recording {
  /// In samples of each channel, at 48 kHz.
  package let frameCount: Int64
  package let channelCount: Int
  /// Gives samples `start ..< start + frameCount`. It is asked forward, each sample once.
  package let read: (_ start: Int64, _ frameCount: Int) throws -> AudioBlock

  package static let frameCounts: ClosedRange<Int64> = 0...48_000 * 3600 * 24

  /// - Precondition: `frameCount` is in `frameCounts`: a day.
  package init(
    frameCount: Int64, channelCount: Int = 2, read: @escaping (_ start: Int64, _ frameCount: Int) throws -> AudioBlock
  ) {
    precondition(Self.frameCounts.contains(frameCount) && channelCount > 0)
    (self.frameCount, self.channelCount, self.read) = (frameCount, channelCount, read)
  }
}
