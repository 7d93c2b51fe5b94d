import Media

/// What SSIM (Wang, Bovik, Sheikh and Simoncelli, 2004) needs of two pictures, for each block of four by four pixels.
///
/// Windows are of eight by eight pixels, four apart, and weigh every pixel alike, as in x264 and ffmpeg, so that numbers
/// compare with theirs.
struct LumaSums {
  /// Sums of both, of the squares of both together, and of products.
  private struct Block {
    var a = 0, b = 0, squares = 0, products = 0

    static func + (_ x: Block, _ y: Block) -> Block {
      Block(a: x.a + y.a, b: x.b + y.b, squares: x.squares + y.squares, products: x.products + y.products)
    }
  }

  private let columns, rows: Int
  private var blocks: [Block]

  init(size: Size) {
    (columns, rows) = (size.width / 4, size.height / 4)
    blocks = Array(repeating: Block(), count: columns * rows)
  }

  /// Pixels past the last whole block count for nothing.
  mutating func add(_ a: Int, _ b: Int, _ x: Int, _ y: Int) {
    guard x / 4 < columns, y / 4 < rows else { return }
    let index = y / 4 * columns + x / 4
    blocks[index].a += a
    blocks[index].b += b
    blocks[index].squares += a * a + b * b
    blocks[index].products += a * b
  }

  /// The mean over all windows.
  var similarity: Double {
    guard columns > 1, rows > 1 else { return 0 }
    var sum = 0.0
    for y in 0..<rows - 1 {
      for x in 0..<columns - 1 {
        let place = y * columns + x
        sum += LumaSums.similarity(
          blocks[place] + blocks[place + 1] + blocks[place + columns] + blocks[place + columns + 1])
      }
    }
    return sum / Double((rows - 1) * (columns - 1))
  }

  /// Of a window of 64 pixels. The constants keep what is nearly black or flat from weighing too much; 63 instead of 64
  /// where variances are estimated from a sample.
  private static func similarity(_ window: Block) -> Double {
    let lightness = (0.01 * 255 * 0.01 * 255 * 64).rounded()
    let contrast = (0.03 * 255 * 0.03 * 255 * 64 * 63).rounded()
    let (a, b) = (Double(window.a), Double(window.b))
    let variances = Double(window.squares) * 64 - a * a - b * b
    let covariance = Double(window.products) * 64 - a * b
    return (2 * a * b + lightness) * (2 * covariance + contrast)
      / ((a * a + b * b + lightness) * (variances + contrast))
  }
}
