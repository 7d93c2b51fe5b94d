import CPixels
import Media

/// A picture scaled along both axes, or moved by parts of a pixel.
///
/// Planes of opaque YUV are scaled as they are, chroma from where the source has it to where the canvas has it, so
/// that these rows, stored again, and those that are written without leaving YUV are the same picture. All others, and
/// all where light is added up, are scaled as premultiplied pixels.
final class ScaledRows: PictureRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  private let kind: Kind
  private let columnCoverage, rowCoverage: [Int16]

  private enum Kind {
    case planes(ScaledPlanes)
    case pixels(RowScaler)
  }

  /// - Parameter sharesChroma: Whether pixels of a block take one chroma sample, as they do on the canvas.
  init(_ raster: Raster, _ horizontal: Axis, _ vertical: Axis, solid: Area, sharesChroma: Bool = true) {
    bounds = Area(columns: horizontal.targets, rows: vertical.targets)
    self.solid = solid
    isOpaque = raster.isOpaque
    columnCoverage = horizontal.coverage
    rowCoverage = vertical.coverage
    if raster.format.isYUV && raster.isOpaque && raster.reading.light == .coded {
      kind = .planes(ScaledPlanes(raster, horizontal, vertical, sharesChroma: sharesChroma))
    } else {
      // Premultiplied and counted from half of alpha, within a cubic's reach beyond the range.
      let scaler = RowScaler(
        raster.smoothRows, channelCount: raster.isOpaque ? 3 : 4, columns: horizontal.line(from: .pixels),
        rows: vertical.line(from: .pixels), limits: -27_200...27_200)
      kind = .pixels(scaler)
    }
  }

  private var planes: ScaledPlanes? {
    if case .planes(let planes) = kind { planes } else { nil }
  }

  var hasOutputCodes: Bool { planes?.hasOutputCodes == true }

  func write(_ area: Area, into picture: OutputPicture) { planes?.write(area, into: picture) }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    switch kind {
    case .planes(let planes): planes.read(row: row, columns: columns, into: pixels)
    case .pixels(let scaler):
      scaler.read(row: row, columns: columns, into: pixels)
      hold(pixels, columns.count)
    }
    cover(row, columns, pixels)
    return columns
  }

  /// Takes back what the filter's overshoot made of colours and alpha.
  private func hold(_ pixels: PixelRow, _ count: Int) {
    guard isOpaque else {
      return pixels.hold(count)
    }
    pixels.alpha.update(repeating: Int16(Opacity.one), count: count)
    for channel in 0..<3 { pixels_hold(pixels[channel], pixels.alpha, count) }
  }

  /// Makes the outer pixels as transparent as the picture leaves them free.
  private func cover(_ row: Int, _ columns: Range<Int>, _ pixels: PixelRow) {
    pixels.scale(by: Opacity(weight: Int32(rowCoverage[row - bounds.rows.lowerBound])), columns.count)
    guard !(solid.columns.lowerBound <= columns.lowerBound && columns.upperBound <= solid.columns.upperBound) else {
      return
    }
    columnCoverage.withUnsafeBufferPointer {
      guard let first = $0.baseAddress else { return }
      pixels.scale(by: first + (columns.lowerBound - bounds.columns.lowerBound), columns.count)
    }
  }
}
