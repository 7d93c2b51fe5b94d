import Media
import Testing

@testable import Pixels

/// The page `css/compositing/canvas-composite-modes` of the Web Platform Tests: what each operator makes of 256 pairs of
/// colours and alphas, read back in straight colours of eight bits, and how far from the formula that may be.
///
/// Of the page's fifteen names, `plus-lighter` is what all browsers draw for `lighter`, and `plus-darker` is left out: it is in
/// no level of the standard, and the page doubts its own formula.
@Suite struct CompositePageTests {
  private struct Paint {
    var alpha: Double
    var color: Double
  }

  /// Colour, premultiplied, and alpha of a source over a destination.
  private static func expected(_ composite: Blend.Operator, _ s: Paint, _ d: Paint) -> (color: Double, alpha: Double) {
    let (fs, fd): (Double, Double) =
      switch composite {
      case .clear: (0, 0)
      case .copy: (1, 0)
      case .destination: (0, 1)
      case .sourceOver: (1, 1 - s.alpha)
      case .destinationOver: (1 - d.alpha, 1)
      case .sourceIn: (d.alpha, 0)
      case .destinationIn: (0, s.alpha)
      case .sourceOut: (1 - d.alpha, 0)
      case .destinationOut: (0, 1 - s.alpha)
      case .sourceAtop: (d.alpha, 1 - s.alpha)
      case .destinationAtop: (1 - d.alpha, s.alpha)
      case .xor: (1 - d.alpha, 1 - s.alpha)
      case .lighter: (1, 1)
      }
    return (
      min(1, s.alpha * s.color * fs + d.alpha * d.color * fd), min(1, s.alpha * fs + d.alpha * fd)
    )
  }

  private typealias Pair = (sc: Int, sa: Int, dc: Int, da: Int)
  private static let values = [0, 47, 193, 255]
  private static let pairs: [Pair] = values.flatMap { sc in
    values.flatMap { sa in values.flatMap { dc in values.map { da in (sc: sc, sa: sa, dc: dc, da: da) } } }
  }

  @Test(arguments: Blend.Operator.allCases) func pairsComeOutAsThePageAllows(composite: Blend.Operator) {
    let size = Size(width: Self.pairs.count, height: 1)
    func picture(_ paint: (Pair) -> (color: Int, alpha: Int)) -> Frame {
      Frame.made(size, .rgba8, .srgb, alpha: .straight) { _, x, _ in
        let (color, alpha) = paint(Self.pairs[x / 4])
        return [0, color, 0, alpha][x % 4]
      }
    }
    let canvas = Area(size)
    let band = Band(area: canvas)
    Painter(picture { ($0.dc, $0.da) }, clip: canvas).paint(over: band)
    Painter(Cel(picture { ($0.sc, $0.sa) }, clip: canvas), blend: Blend(composite: composite), clip: canvas).paint(
      over: band)
    let codes = band.stored(.rgba8, keepsAlpha: true).codes(0)

    for (index, pair) in Self.pairs.enumerated() {
      let found = codes[4 * index..<4 * index + 4].map(Double.init)
      let (color, alpha) = Self.expected(
        composite, Paint(alpha: Double(pair.sa) / 255, color: Double(pair.sc) / 255),
        Paint(alpha: Double(pair.da) / 255, color: Double(pair.dc) / 255))
      #expect(abs(found[3] - alpha * 255) <= 1.01, "alpha of \(pair)")
      #expect(found[0] == 0 && found[2] == 0, "\(pair)")
      guard alpha > 0 else { continue }
      // The premultiplied colour may be off by a step, so the straight one by more where little shows.
      let least = (color * 255).rounded(.down) / (alpha * 255).rounded(.up)
      let most = (color * 255).rounded(.up) / (alpha * 255).rounded(.down)
      #expect(abs(found[1] - (least + most) / 2 * 255) <= (most - least) / 2 * 255 + 3.5, "green of \(pair)")
    }
  }
}
