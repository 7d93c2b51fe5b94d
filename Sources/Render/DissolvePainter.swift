import Media
import Pixels

/// Two stacks of layers, dissolving from one to the other.
final class DissolvePainter: LayerPainter {
  private let first: [any LayerPainter]
  private let second: [any LayerPainter]
  private let weight: Opacity
  private let opacity: Opacity
  private let a: Band
  private let b: Band

  init(_ first: [any LayerPainter], _ second: [any LayerPainter], weight: Opacity, opacity: Opacity) {
    (self.first, self.second, self.weight, self.opacity) = (first, second, weight, opacity)
    (a, b) = (Band(area: .nothing), Band(area: .nothing))
  }

  var bounds: Area { (first + second).reduce(.nothing) { $0.union($1.bounds) } }

  func isOpaque(over area: Area) -> Bool {
    opacity.isFull && first.contains { $0.isOpaque(over: area) } && second.contains { $0.isOpaque(over: area) }
  }

  func paint(over band: Band) {
    for (side, painters) in [(a, first), (b, second)] {
      side.move(to: band.area)
      side.clear()
      for painter in painters { painter.paint(over: side) }
    }
    a.mix(b, weight: weight)
    band.over(a, opacity: opacity)
  }
}
