/// What an ASS file may have: wide enough for what typesetters and karaoke programs write, and so little that drawing it
/// stays bounded.
package enum ASSLimits {
  package static let bytes = 4 << 20
  static let events = CaptionFile.most
  static let styles = 1_000
  /// Bytes of a line's text.
  static let text = 32_000
  /// Override tags of an event, those inside `\t` included, and of the file.
  static let tags = 4_000
  static let allTags = 250_000
  /// `\t` inside `\t`.
  static let nesting = 4
  /// Numbers of all drawings and shaped clips of an event, and of the file.
  static let coordinates = 20_000
  static let allCoordinates = 500_000
  /// Pixels along a side of the script's own picture.
  static let side = 1...16_384
  /// How much of libass's pixels may be covered at once, in pictures: each letter counts as a square of its size.
  static let pictures = 64.0
  static let warnings = 20
}
