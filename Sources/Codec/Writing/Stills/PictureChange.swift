import Media

/// Where two pictures of RGBA bytes, or of one byte a pixel, differ: the least rectangle around it.
struct PictureChange: Equatable {
  var columns: Range<Int>
  var rows: Range<Int>

  var isEmpty: Bool { columns.isEmpty || rows.isEmpty }

  init(columns: Range<Int>, rows: Range<Int>) { (self.columns, self.rows) = (columns, rows) }

  init(whole size: Size) { self.init(columns: 0..<size.width, rows: 0..<size.height) }

  /// - Parameters:
  ///   - size: Of both, in pixels.
  ///   - isSame: Whether a pixel is the same in both.
  init(in size: Size, isSame: (_ x: Int, _ y: Int) -> Bool) {
    var (left, right, top, bottom) = (size.width, 0, size.height, 0)
    for y in 0..<size.height {
      // Only what lies outside the columns that are known to differ can widen them.
      guard let first = (0..<size.width).first(where: { !isSame($0, y) }) else { continue }
      let last = (first..<size.width).last { !isSame($0, y) } ?? first
      (left, right) = (min(left, first), max(right, last + 1))
      (top, bottom) = (min(top, y), y + 1)
    }
    self.init(columns: min(left, right)..<right, rows: min(top, bottom)..<bottom)
  }
}
