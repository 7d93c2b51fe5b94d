import Media
import Pixels

/// Something ready to be drawn over bands of a picture.
protocol Painter: AnyObject {
  /// The pixels that it touches.
  var bounds: Area { get }
  /// Whether nothing below shows through anywhere in an area.
  func isOpaque(over area: Area) -> Bool
  func paint(over band: Band)
}

extension PicturePainter: Painter {}

/// Two stacks of layers, dissolving from one to the other.
final class DissolvePainter: Painter {
  private let first: [any Painter]
  private let second: [any Painter]
  private let weight: Opacity
  private let opacity: Opacity
  private let a: Band
  private let b: Band

  init(_ first: [any Painter], _ second: [any Painter], weight: Opacity, opacity: Opacity) {
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

extension Area {
  static let nothing = Area(columns: 0..<0, rows: 0..<0)
}
