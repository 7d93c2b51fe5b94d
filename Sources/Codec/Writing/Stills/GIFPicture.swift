/// The parts of a GIF that make one picture (GIF89a, sections 20 to 23).
struct GIFPicture {
  private let table: [UInt8]
  private let depth: Int
  private let clear: UInt8
  private let isTakenAway: Bool

  /// - Parameters:
  ///   - clear: The number of what is not shown, behind the palette's.
  ///   - isTakenAway: Whether the picture goes before the next comes, or stays below it.
  init(_ palette: Palette, _ clear: UInt8, isTakenAway: Bool) {
    (self.clear, self.isTakenAway) = (clear, isTakenAway)
    depth = max(2, Int.bitWidth - Int(clear).leadingZeroBitCount)
    let colors = palette.colors.flatMap { [UInt8($0.x), UInt8($0.y), UInt8($0.z)] }
    table = colors + [UInt8](repeating: 0, count: 3 * (1 << depth) - colors.count)
  }

  func bytes(_ numbers: [UInt8], in place: PictureChange) -> [UInt8] {
    // Graphic control: what becomes of the picture, that there is something transparent, a delay that is still to come.
    var bytes: [UInt8] = [0x21, 0xF9, 4, (isTakenAway ? 2 : 1) << 2 | 1, 0, 0, clear, 0]
    bytes.append(0x2C)
    for number in [place.columns.lowerBound, place.rows.lowerBound, place.columns.count, place.rows.count] {
      bytes += [UInt8(number & 255), UInt8(number >> 8 & 255)]
    }
    bytes.append(0x80 | UInt8(depth - 1))
    return bytes + table + LZW.blocks(of: numbers, depth: depth)
  }

  /// Where the delay stands.
  static let delay = 4..<6
}
