/// How much a media file may take to read, whatever it claims of itself. What passes a limit is an error of that file.
package struct MediaLimits: Hashable, Codable, Sendable {
  /// Pixels of a picture. Default 268 435 456, which is 16 384 × 16 384.
  package var pixels: Int64 = 1 << 28
  /// Pixels that a picture of more than 8K may have for each byte of its file: more is a bomb. A photo has under ten.
  /// Default 64.
  package var pixelsPerByte: Int64 = 64
  /// Streams in a file. Default 256.
  package var streams = 256
  /// Packets that are read to measure how long a file lasts if it does not say. Default 10 million, a day of video.
  package var packets = 10_000_000
  /// Bytes that a worker may take to read a file, besides the pictures that it hands out; half of it at once. Default
  /// 1 GiB.
  package var memory = 1 << 30
  /// Time for one picture, a stretch of sound, or a look at the file, of which a file without an index may need much.
  /// Default 2 minutes. Not deterministic: a backstop.
  package var wallClock: Duration = .seconds(120)

  package init() {}

  /// 8K, 7 680 × 4 320, and a little more.
  private static let always: Int64 = 1 << 25

  func pixels(ofFileWith bytes: Int64) -> Int64 {
    let (most, isOver) = bytes.multipliedReportingOverflow(by: pixelsPerByte)
    return min(pixels, max(Self.always, isOver ? pixels : most))
  }
}
