import CFFmpeg
import Media

/// How much wider than high a pixel is shown.
package struct PixelAspect: Hashable, Codable, Sendable {
  package let numerator: Int
  package let denominator: Int

  package static let square = PixelAspect(numerator: 1, denominator: 1)

  init(numerator: Int, denominator: Int) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// Square if the ratio is unset, or beyond 100 either way, which no maker of video means.
  init(_ ratio: AVRational) {
    let (n, d) = (Int(ratio.num), Int(ratio.den))
    guard ratio.isRunning, n <= 100 * d, d <= 100 * n else {
      self = .square
      return
    }
    self.init(numerator: n, denominator: d)
  }

  /// The size in square pixels: height stays, width follows.
  func squared(_ size: Size) -> Size {
    Size(width: max(1, (2 * size.width * numerator + denominator) / (2 * denominator)), height: size.height)
  }
}
