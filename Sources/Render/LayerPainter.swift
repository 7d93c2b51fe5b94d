import Media
import Pixels

/// Something ready to be drawn over bands of a picture.
protocol LayerPainter: AnyObject {
  /// The pixels that it touches.
  var bounds: Area { get }
  /// Whether nothing below shows through anywhere in an area.
  func isOpaque(over area: Area) -> Bool
  func paint(over band: Band)
}

extension Painter: LayerPainter {}

extension Area {
  static let nothing = Area(columns: 0..<0, rows: 0..<0)
}
