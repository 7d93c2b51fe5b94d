package import Media

/// A picture as it lies on the canvas: how it is cut, placed, filtered and finished is settled, and its rows are made when
/// a painter asks for them.
///
/// Pictures moved by whole pixels are not resampled. Scaled ones are filtered plane by plane, with a filter that is
/// widened when shrinking. Turned ones are shrunk first where that is called for, then sampled with the same filter. Outer
/// edges are as transparent as the canvas pixels are free of the picture.
///
/// The same pixels come out for every way of cutting the canvas into bands. A cel belongs to one thread at a time; rows
/// asked for from top to bottom are cheapest, since filtered rows are kept for the next. It keeps its frames alive.
package struct Cel {
  /// Nil if nothing of it shows.
  let rows: (any PictureRows)?

  init(_ rows: (any PictureRows)?) { self.rows = rows }

  /// - Parameters:
  ///   - crop: The part that shows, in pixels of the frame; held to the frame. All of it, if left out.
  ///   - transform: From pixels of the frame to the canvas. One that flattens the picture, or is not finite, draws nothing.
  ///   - clip: The canvas; nothing is prepared or drawn outside.
  package init(
    _ frame: Frame, crop: Rectangle? = nil, transform: Affine = .identity, resampling: Resampling = .bicubic,
    reading: Reading = Reading(), clip: Area
  ) {
    let crop = crop ?? Rectangle(frame.size)
    rows = Placement(Raster(frame, reading), crop: crop, transform: transform, resampling: resampling, clip: clip)?.rows
  }

  /// The same, seen from anywhere.
  ///
  /// - Parameter projection: From pixels of the frame to the canvas.
  package init(
    _ frame: Frame, crop: Rectangle, projection: Projection, resampling: Resampling = .bicubic,
    reading: Reading = Reading(), clip: Area
  ) {
    let crop = crop.intersection(Rectangle(frame.size))
    let raster = Raster(frame, reading)
    rows = PinnedRows(raster, crop: crop, projection: projection, resampling: resampling, clip: clip)
  }

  /// - Parameters:
  ///   - rectangle: What is filled.
  ///   - transform: From the rectangle's coordinates, which are the gradient's too, to the canvas.
  ///   - clip: As for a frame.
  package init(_ fill: Fill, in rectangle: Rectangle, transform: Affine = .identity, clip: Area) {
    rows = FillRows(fill, rectangle, transform: transform, clip: clip)
  }

  /// One picture of several, the first at the bottom, over nothing.
  package init(group painters: [Painter]) { rows = GroupRows(painters) }

  /// The part inside a rectangle that a transform takes to the canvas.
  package func cut(to rectangle: Rectangle, transform: Affine, clip: Area) -> Cel {
    Cel(CutRows(self, rectangle, transform, clip))
  }

  /// From the first to the second, by a weight: `first × (1 − weight) + second × weight`, alpha too.
  package init(from first: Cel, to second: Cel, weight: Opacity) { rows = DissolveRows(first, second, weight) }

  /// From the first to the second, in one place sooner than in another.
  package init(from first: Cel, to second: Cel, through coverage: Coverage) {
    rows = RevealRows(first, second, coverage)
  }

  /// The mean of several, as a shutter that is open for a while sees them.
  package init(meanOf cels: [Cel]) { rows = MeanRows(cels) }

  /// The canvas pixels that it touches; empty if there is nothing to paint.
  package var bounds: Area { rows?.bounds ?? .nothing }
}
