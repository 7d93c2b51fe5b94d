import CPixels
import Media

/// How rows of the canvas run through a rectangle placed by an affine transform.
///
/// Positions are counted in 2^-32 of a pixel from the canvas's own origin, so that every pixel has one position,
/// whatever band or row it is asked for with.
struct Walk {
  /// From the canvas to the rectangle, whose corner is (0, 0).
  let inverse: Affine
  let width, height: Double

  /// A rectangle of a source. It is measured in steps of about a canvas pixel, however large its own are.
  ///
  /// Nil if the rectangle is too thin, too large or too far away to count in.
  init?(_ rectangle: Rectangle, _ transform: Affine) {
    let scaleX = (transform.a * transform.a + transform.b * transform.b).squareRoot()
    let scaleY = (transform.c * transform.c + transform.d * transform.d).squareRoot()
    let own = Affine(a: 1 / scaleX, d: 1 / scaleY, tx: rectangle.left, ty: rectangle.top).then(transform)
    self.init(toCanvas: own, width: rectangle.width * scaleX, height: rectangle.height * scaleY)
  }

  /// A rectangle from (0, 0).
  init?(toCanvas transform: Affine, width: Double, height: Double) {
    guard let inverse = transform.inverse else { return nil }
    let steps = [inverse.a, inverse.b, inverse.c, inverse.d]
    guard steps.allSatisfy({ abs($0) < 1e4 }), abs(inverse.tx) < 1e8, abs(inverse.ty) < 1e8 else { return nil }
    // What 2^-12 of a pixel in 32 bits can count, with room beside it.
    guard width < 2.5e5, height < 2.5e5 else { return nil }
    (self.inverse, self.width, self.height) = (inverse, width, height)
  }

  /// Where the centre of a canvas pixel lies among the centres of the rectangle's pixels, and the step to the next
  /// column.
  func start(row: Int, column: Int) -> pixels_walk {
    func fixed(_ value: Double) -> Int64 { Int64((value * 4_294_967_296).rounded()) }
    func position(_ x: Double, _ y: Double, _ offset: Double) -> Int64 {
      fixed((x + y) / 2 + offset - 0.5) &+ Int64(column) &* fixed(x) &+ Int64(row) &* fixed(y)
    }
    return pixels_walk(
      u: position(inverse.a, inverse.c, inverse.tx), v: position(inverse.b, inverse.d, inverse.ty),
      du: fixed(inverse.a), dv: fixed(inverse.b), width: Int32(width), height: Int32(height))
  }

  /// Multiplies pixels by how much of each the rectangle covers.
  ///
  /// - Parameter weights: Room for as many numbers as there are columns.
  func cover(row: Int, columns: Range<Int>, _ pixels: PixelRow, weights: UnsafeMutablePointer<Int16>) {
    let inside = span(row: row, columns: columns, margin: -1)
    // Where it is inside by more than half a pixel, nothing changes.
    for part in [columns.lowerBound..<inside.lowerBound, inside.upperBound..<columns.upperBound] where !part.isEmpty {
      var walk = start(row: row, column: part.lowerBound)
      pixels_edges(weights, &walk, Float(width), Float(height), Float(1 / stepX), Float(1 / stepY), part.count)
      pixels.dropping(part.lowerBound - columns.lowerBound).scale(by: weights, part.count)
    }
  }

  /// The longest way that one canvas pixel goes across the rectangle, and down.
  private var stepX: Double { (inverse.a * inverse.a + inverse.c * inverse.c).squareRoot() }
  private var stepY: Double { (inverse.b * inverse.b + inverse.d * inverse.d).squareRoot() }

  /// The columns of a row whose centres lie in the rectangle grown by `margin` canvas pixels, and one more at each
  /// end if it grows, or one less if it shrinks.
  func span(row: Int, columns: Range<Int>, margin: Double = 1) -> Range<Int> {
    let y = Double(row) + 0.5
    let none = columns.lowerBound..<columns.lowerBound
    var (low, high) = (Double(columns.lowerBound), Double(columns.upperBound))
    for (step, start, length, reach) in [
      (inverse.a, inverse.c * y + inverse.tx, width, stepX * margin),
      (inverse.b, inverse.d * y + inverse.ty, height, stepY * margin),
    ] {
      if abs(step) < 1e-9 {
        if start < -reach || start > length + reach { return none }
      } else {
        let ends = [(-reach - start) / step, (length + reach - start) / step].sorted()
        guard margin > 0 || length > -2 * reach else { return none }
        low = max(low, (ends[0] - margin).rounded(.down))
        high = min(high, (ends[1] + margin).rounded(.up))
      }
    }
    return low < high ? Int(low)..<Int(high) : none
  }
}
