import Media

/// Rows of a picture as it lies on the canvas, made when they are asked for. Belongs to one thread at a time.
protocol PictureRows: AnyObject {
  /// The canvas pixels that the picture touches.
  var bounds: Area { get }
  /// Those that it covers wholly, edge pixels being partly transparent.
  var solid: Area { get }
  /// Whether what it covers wholly is opaque.
  var isOpaque: Bool { get }
  /// Writes pixels of a canvas row, and says which columns it wrote; elsewhere there is nothing of the picture.
  ///
  /// - Precondition: row and columns lie in `bounds`; `pixels` begins at the first of the columns.
  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int>
  /// Whether `write` works.
  var hasOutputCodes: Bool { get }
  /// Writes codes of an even area of `solid` without leaving YUV.
  ///
  /// - Precondition: `hasOutputCodes`.
  func write(_ area: Area, into picture: OutputPicture)
}
