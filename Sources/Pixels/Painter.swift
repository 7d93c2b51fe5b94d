package import Media

/// A cel, and how it comes together with what lies below it. Belongs to one thread at a time.
package final class Painter {
  private let rows: (any PictureRows)?
  private let opacity: Opacity
  private let blend: Blend
  /// The canvas pixels that painting may change; empty if there is nothing to paint.
  package let bounds: Area
  private let scratch: RowMemory

  /// - Parameter clip: The canvas: all of it changes with an operator that reaches beyond the cel.
  package init(_ cel: Cel, opacity: Opacity = .full, blend: Blend = .plain, clip: Area) {
    let isNothing = opacity.isClear && !blend.composite.reachesBeyond
    rows = isNothing ? nil : cel.rows
    (self.opacity, self.blend) = (opacity, blend)
    bounds = blend.composite.reachesBeyond ? clip : rows?.bounds ?? .nothing
    scratch = RowMemory(width: bounds.width, rowCount: 4)
  }

  package convenience init(
    _ frame: Frame, crop: Rectangle? = nil, transform: Affine = .identity, opacity: Opacity = .full, clip: Area
  ) {
    self.init(Cel(frame, crop: crop, transform: transform, clip: clip), opacity: opacity, clip: clip)
  }

  package convenience init(
    _ fill: Fill, in rectangle: Rectangle, transform: Affine = .identity, opacity: Opacity = .full, clip: Area
  ) {
    self.init(Cel(fill, in: rectangle, transform: transform, clip: clip), opacity: opacity, clip: clip)
  }

  /// Whether nothing below shows through anywhere in an area.
  package func isOpaque(over area: Area) -> Bool {
    guard let rows, rows.isOpaque, opacity.isFull, blend.isPlain else { return false }
    return rows.solid.contains(area)
  }

  /// Whether it may leave less of what lies below than there was.
  var mayUncover: Bool {
    switch blend.composite {
    case .sourceOver, .destinationOver, .sourceAtop, .destination, .lighter: false
    default: true
    }
  }

  /// Lays the picture over the rows of a band.
  package func paint(over band: Band) {
    let part = bounds.intersection(band.area)
    guard !part.isEmpty else { return }
    for y in part.rows { paint(row: y, columns: part.columns, over: band.row(y, from: part.columns.lowerBound)) }
  }

  /// Lays part of a row over pixels that begin at the first of the columns.
  ///
  /// - Precondition: row and columns lie in `bounds`.
  func paint(row y: Int, columns: Range<Int>, over below: PixelRow) {
    guard !isOpaque(over: Area(columns: columns, rows: y..<y + 1)) else {
      _ = rows?.read(row: y, columns: columns, into: below)
      return
    }
    let pixels = scratch.pixels(0)
    guard blend.composite.reachesBeyond else {
      guard let drawn = rows?.read(row: y, columns: columns, into: pixels), !drawn.isEmpty else { return }
      let skipped = drawn.lowerBound - columns.lowerBound
      below.dropping(skipped).lay(pixels.dropping(skipped), opacity: opacity, blend: blend, drawn.count)
      return
    }
    Cel(rows).read(row: y, columns: columns, into: pixels)
    below.lay(pixels, opacity: opacity, blend: blend, columns.count)
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
