import CPixels
import Media

/// The planes of an opaque YUV picture, each scaled at its own resolution.
final class ScaledPlanes: SampleRows {
  private let raster: Raster
  private let scalers: [RowScaler]
  private let matrix: pixels_matrix
  private let conversion: ColorConversion?
  /// Luma, the two chroma rows, and chroma before it is doubled.
  private let samples: RowMemory
  private let sharesChroma: Bool
  /// The chroma row that is in `samples`, and the columns of it.
  private var chromaRow: (row: Int, columns: Range<Int>)?

  /// - Parameter sharesChroma: Whether chroma that the source shares is made for the canvas's blocks, or for every
  ///   pixel.
  init(_ raster: Raster, _ horizontal: Axis, _ vertical: Axis, sharesChroma: Bool) {
    self.raster = raster
    self.sharesChroma = sharesChroma && raster.planes[1].log2Width == 1
    matrix = pixels_matrix(raster.color.matrix, SampleRange(raster.color.range, bits: raster.format.bits))
    conversion = ColorConversion.conversion(from: raster.color)
    samples = RowMemory(width: horizontal.targets.count + 2, rowCount: 4)
    let isShared = self.sharesChroma
    scalers = raster.planes.prefix(3).enumerated().map { index, plane in
      let isBlock = isShared && index > 0
      return RowScaler(
        PlaneRows(plane), channelCount: 1,
        columns: horizontal.line(from: plane.columns, to: isBlock ? .chromaColumns : .pixels),
        rows: vertical.line(from: plane.rows, to: isBlock ? .chromaRows : .pixels),
        limits: 0...16_383)
    }
  }

  /// Opaque pixels of a canvas row.
  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) {
    let count = columns.count
    scalers[0].read(row: row, columns: columns, into: samples.pixels(0))
    readChroma(row, columns)
    withUnsafePointer(to: matrix) {
      pixels_rgb(pixels.red, pixels.green, pixels.blue, samples.row(0), samples.row(1), samples.row(2), count, $0)
    }
    pixels.alpha.update(repeating: Int16(Opacity.one), count: count)
    conversion?.convert(pixels, count)
  }

  private func readChroma(_ row: Int, _ columns: Range<Int>) {
    let row = sharesChroma ? row >> 1 : row
    if let chromaRow, chromaRow == (row, columns) { return }
    chromaRow = (row, columns)
    for plane in 1...2 {
      guard sharesChroma else {
        scalers[plane].read(row: row, columns: columns, into: samples.pixels(plane))
        continue
      }
      let shared = columns.lowerBound >> 1..<(columns.upperBound + 1) >> 1
      scalers[plane].read(row: row, columns: shared, into: samples.pixels(3))
      pixels_double(samples.row(plane), samples.row(3), columns.count, Int32(columns.lowerBound & 1))
    }
  }

  /// Whether the codes can go into an output picture as they are.
  var hasOutputCodes: Bool { sharesChroma && raster.color.hasCanvasCodes }

  /// Writes an area without leaving YUV.
  ///
  /// - Precondition: `hasOutputCodes`; an even area that the picture covers.
  func write(_ area: Area, into picture: OutputPicture) {
    for (plane, scaler) in scalers.enumerated() {
      let shift = plane == 0 ? 0 : 1
      let columns = area.columns.lowerBound >> shift..<(area.columns.upperBound + shift) >> shift
      let rows = area.rows.lowerBound >> shift..<(area.rows.upperBound + shift) >> shift
      for row in rows {
        scaler.read(row: row, columns: columns, into: samples.pixels(0))
        pixels_bytes(picture.bytes(plane, row: row, column: columns.lowerBound), samples.row(0), columns.count)
      }
    }
  }
}
