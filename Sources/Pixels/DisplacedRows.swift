import CPixels
import Media

/// A picture whose pixels come from beside their place, as far as another picture's red and green say.
final class DisplacedRows: MadeRows {
  let bounds: Area
  let solid = Area.nothing
  let isOpaque = false
  private let map: Cel
  private let texture: Texture
  private let origin: Area
  private let x, y: Float
  private let scratch, line: RowMemory
  private let us, vs: UnsafeMutablePointer<Int32>

  /// Nil if nothing shows.
  ///
  /// - Parameters:
  ///   - x, y: How far full red and full green reach, in pixels.
  init?(_ cel: Cel, by map: Cel, x: Double, y: Double, in canvas: Area) {
    let (x, y) = (x.held(to: -4000...4000), y.held(to: -4000...4000))
    let reach = (Int(abs(x).rounded(.up)), Int(abs(y).rounded(.up)))
    bounds = cel.bounds.grown(reach.0, reach.1).intersection(canvas)
    // With a margin of nothing, except where the canvas ends: there its edge goes on.
    origin = cel.bounds.grown(2, 2).intersection(canvas)
    guard !bounds.isEmpty else { return nil }
    self.map = map
    texture = Texture(cel, area: origin)
    // A channel's half, 8192, is the whole way, in 256ths of a pixel.
    (self.x, self.y) = (Float(x / 32), Float(y / 32))
    scratch = RowMemory(width: bounds.width, rowCount: 4)
    line = RowMemory(width: 4 * bounds.width, rowCount: 1)
    (us, vs) = (.allocate(capacity: bounds.width), .allocate(capacity: bounds.width))
  }

  deinit {
    us.deallocate()
    vs.deallocate()
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    let (moves, count) = (scratch.pixels(0), columns.count)
    map.read(row: row, columns: columns, into: moves)
    let (left, top) = (columns.lowerBound - origin.columns.lowerBound, row - origin.rows.lowerBound)
    pixels_offsets(us, moves.red, Int32(left << 8), 256, x, count)
    pixels_offsets(vs, moves.green, Int32(top << 8), 0, y, count)
    texture.sample(at: us, vs, into: line.row(0), count)
    pixels.take(line.row(0), isHeld: true, count)
    return columns
  }
}
