/// Why a text cannot be measured or drawn.
package enum DrawError: Error, Hashable, Codable, Sendable {
  /// A number of a style is not finite or outside its range.
  case outOfRange(name: String, value: Double, allowed: ClosedRange<Double>)
  /// The text has more characters (Unicode scalars) than a picture can show.
  case tooLong(characters: Int, limit: Int)
  /// A paragraph would be wider on one line than layout can count: its characters times their size and spacing.
  case paragraphTooWide(pixels: Double, limit: Double)
  /// The picture would have more pixels than a frame may have.
  case pictureTooLarge(width: Double, height: Double, sideLimit: Int, areaLimit: Int)
  /// A text has more pieces than can be drawn each for itself.
  case tooManyPieces(count: Int, limit: Int)
  /// A folder of fonts cannot be read.
  case unreadableFontFolder(path: String)
  /// Not one usable font is installed.
  case noFonts
  /// A file that stands for a family is no font, or a damaged one.
  case unusableFont(name: String)
  /// A library gave up, for instance for want of memory.
  case failed(operation: String, reason: String)
}

extension DrawError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .outOfRange(let name, let value, let allowed):
      "text: \(name) is \(value); use \(allowed.lowerBound) to \(allowed.upperBound)"
    case .tooLong(let characters, let limit):
      "text: \(characters) characters are more than \(limit); split the text into several clips"
    case .paragraphTooWide(let pixels, let limit):
      "text: a paragraph may take \(pixels) px on one line, more than \(limit); use less letterSpacing, or more line breaks"
    case .pictureTooLarge(let width, let height, let side, let area):
      "drawing: a picture of \(width)x\(height) px is too large; use at most \(side) px a side and \(area) px in all"
    case .tooManyPieces(let count, let limit):
      "text: \(count) pieces are more than \(limit); move it by word or by line"
    case .unreadableFontFolder(let path):
      "fonts: cannot read the folder \"\(path)\""
    case .noFonts:
      "fonts: none are installed; install for instance fonts-inter, fonts-dejavu-core and fonts-noto-color-emoji"
    case .unusableFont(let name):
      "font \"\(name)\" is no font that can be used; take a whole TrueType or OpenType file"
    case .failed(let operation, let reason):
      "text: \(operation) failed: \(reason)"
    }
  }
}
