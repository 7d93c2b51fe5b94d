package import Media

/// One picture or fill, ready to be painted: how it is cut, placed and filtered is settled once, then bands ask for
/// their rows.
///
/// Pictures moved by whole pixels are not resampled. Scaled ones are filtered plane by plane with the Catmull-Rom
/// cubic, widened when shrinking. Turned ones are shrunk first where that is called for, then sampled with the same
/// cubic. Outer edges are as transparent as the canvas pixels are free of the picture.
///
/// The same pixels come out for every way of cutting the canvas into bands. A painter belongs to one thread at a time;
/// bands that walk one way are cheapest, since filtered rows are kept for the next. It keeps its frame alive.
package final class Painter {
  private let rows: (any PictureRows)?
  private let opacity: Opacity
  private let scratch: RowMemory

  private init(_ rows: (any PictureRows)?, _ opacity: Opacity) {
    self.rows = opacity.isClear ? nil : rows
    self.opacity = opacity
    scratch = RowMemory(width: rows?.bounds.width ?? 0, rowCount: 4)
  }

  /// - Parameters:
  ///   - crop: The part that shows, in pixels of the frame; held to the frame. All of it, if left out. /   -
  //transform: From pixels of the frame to the canvas. One that flattens the picture, or is not finite, draws nothing.
  ///   - clip: The canvas; nothing is prepared or drawn outside.
  package convenience init(
    _ frame: Frame, crop: Rectangle? = nil, transform: Affine = .identity, opacity: Opacity = .full, clip: Area
  ) {
    let placement = Placement(Raster(frame), crop: crop ?? Rectangle(frame.size), transform: transform, clip: clip)
    self.init(placement?.rows, opacity)
  }

  /// - Parameters:
  ///   - rectangle: What is filled.
  ///   - transform: From the rectangle's coordinates, which are the gradient's too, to the canvas.
  ///   - clip: As for a frame.
  package convenience init(
    _ fill: Fill, in rectangle: Rectangle, transform: Affine = .identity, opacity: Opacity = .full, clip: Area
  ) {
    self.init(FillRows(fill, rectangle, transform: transform, clip: clip), opacity)
  }

  /// The canvas pixels that it touches; empty if there is nothing to paint.
  package var bounds: Area { rows?.bounds ?? Area(columns: 0..<0, rows: 0..<0) }

  /// Whether nothing below shows through anywhere in an area.
  package func isOpaque(over area: Area) -> Bool {
    guard let rows, rows.isOpaque, opacity.isFull else { return false }
    return rows.solid.contains(area)
  }

  /// Lays the picture over the rows of a band.
  package func paint(over band: Band) {
    guard let rows else { return }
    let part = rows.bounds.intersection(band.area)
    guard !part.isEmpty else { return }
    for y in part.rows {
      let below = band.row(y, from: part.columns.lowerBound)
      if isOpaque(over: Area(columns: part.columns, rows: y..<y + 1)) {
        _ = rows.read(row: y, columns: part.columns, into: below)
      } else {
        let pixels = scratch.pixels(0)
        let drawn = rows.read(row: y, columns: part.columns, into: pixels)
        let skipped = drawn.lowerBound - part.columns.lowerBound
        below.dropping(skipped).over(pixels.dropping(skipped), opacity: opacity, drawn.count)
      }
    }
  }

  /// Whether `copy` can write an area: an opaque, unturned 4:2:0 or 4:2:2 picture in BT.709, limited range, that
  /// covers it.
  package func canCopy(_ area: Area) -> Bool {
    isOpaque(over: area) && rows?.hasOutputCodes == true
  }

  /// Writes an area of an output picture without leaving YUV; the codes are those that painting a band and storing it
  /// gives, but for rounding.
  ///
  /// - Precondition: `canCopy(area)`; the output is 4:2:0; an even area.
  package func copy(into picture: OutputPicture, area: Area) {
    let shared = picture.checked(area)
    precondition(canCopy(shared) && picture.format == .yuv420p8, "only what covers the area in YUV is copied")
    rows?.write(shared, into: picture)
  }
}
