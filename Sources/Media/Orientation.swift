/// How a stored picture must be turned to stand upright: the eight cases, with the numbers, of EXIF's orientation.
public enum Orientation: Int, Hashable, Codable, Sendable {
  case up = 1
  /// Mirrored left to right.
  case upMirrored = 2
  /// Turned by half a turn.
  case down = 3
  /// Mirrored top to bottom.
  case downMirrored = 4
  /// Mirrored about the diagonal from the top left: rows become columns.
  case leftMirrored = 5
  /// To be turned clockwise by a quarter: what a phone held upright writes.
  case right = 6
  /// Mirrored about the diagonal from the top right.
  case rightMirrored = 7
  /// To be turned anticlockwise by a quarter.
  case left = 8

  /// Whether width and height change places.
  public var swapsSides: Bool { rawValue >= 5 }

  public func upright(_ size: Size) -> Size {
    swapsSides ? Size(width: size.height, height: size.width) : size
  }
}
