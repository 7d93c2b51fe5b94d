import CPixels
import Media

/// Turns rows of a frame into rows of working pixels, one for one.
///
/// Each block of pixels that shares a chroma sample takes it as it is, so that what is written again comes out the
/// same. Belongs to one thread at a time.
final class RasterReader: SampleRows {
  let raster: Raster
  private let matrix: pixels_matrix
  private let unit: Int16
  private let conversion: ColorConversion?
  /// Luma, the two chroma rows, and chroma before it is doubled.
  private let samples: RowMemory

  init(_ raster: Raster) {
    self.raster = raster
    let bits = raster.format.bits
    matrix = pixels_matrix(raster.color.matrix, SampleRange(raster.color.range, bits: bits))
    unit = SampleRange.unit(SampleRange(.full, bits: bits).luma)
    conversion = ColorConversion.conversion(from: raster.color)
    samples = RowMemory(width: raster.size.width, rowCount: raster.format.isYUV ? 4 : 1)
  }

  /// - Precondition: row and columns lie inside the frame.
  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) {
    if raster.format.isYUV {
      readColors(row, columns, pixels)
    } else {
      readParts(row, columns, pixels)
    }
    conversion?.convert(pixels, columns.count)
  }

  private func readColors(_ row: Int, _ columns: Range<Int>, _ pixels: PixelRow) {
    let count = columns.count
    raster.planes[0].read(row: row, columns: columns, into: samples.row(0))
    readChroma(1, row, columns)
    readChroma(2, row, columns)
    withUnsafePointer(to: matrix) {
      pixels_rgb(pixels.red, pixels.green, pixels.blue, samples.row(0), samples.row(1), samples.row(2), count, $0)
    }
    readAlpha(row, columns, pixels)
  }

  private func readChroma(_ plane: Int, _ row: Int, _ columns: Range<Int>) {
    let source = raster.planes[plane]
    let sharedRow = row >> source.log2Height
    guard source.log2Width == 1 else {
      return source.read(row: sharedRow, columns: columns, into: samples.row(plane))
    }
    let shared = columns.lowerBound >> 1..<(columns.upperBound + 1) >> 1
    source.read(row: sharedRow, columns: shared, into: samples.row(3))
    pixels_double(samples.row(plane), samples.row(3), columns.count, Int32(columns.lowerBound & 1))
  }

  private func readAlpha(_ row: Int, _ columns: Range<Int>, _ pixels: PixelRow) {
    let count = columns.count
    guard raster.planes.count == 4, !raster.isOpaque else {
      return pixels.alpha.update(repeating: Int16(Opacity.one), count: count)
    }
    raster.planes[3].read(row: row, columns: columns, into: pixels.alpha)
    pixels_unit(pixels.alpha, count, unit)
    for channel in 0..<3 { pixels_scale_each(pixels[channel], pixels.alpha, count) }
  }

  private func readParts(_ row: Int, _ columns: Range<Int>, _ pixels: PixelRow) {
    let count = columns.count
    unpack(row, columns, pixels)
    for channel in 0..<4 { pixels_unit(pixels[channel], count, unit) }
    if raster.isOpaque { pixels.alpha.update(repeating: Int16(Opacity.one), count: count) }
    for channel in 0..<3 {
      if raster.alpha == .straight {
        pixels_premultiply(pixels[channel], pixels.alpha, count)
      } else {
        pixels_center(pixels[channel], pixels.alpha, count)
      }
    }
  }

  private func unpack(_ row: Int, _ columns: Range<Int>, _ pixels: PixelRow) {
    let plane = raster.planes[0]
    let start = plane.base + row * plane.bytesPerRow
    let first = 4 * columns.lowerBound
    if plane.bits > 8 {
      let parts = start.assumingMemoryBound(to: UInt16.self) + first
      pixels_parts16(pixels.red, pixels.green, pixels.blue, pixels.alpha, parts, columns.count)
    } else {
      let parts = start.assumingMemoryBound(to: UInt8.self) + first
      pixels_parts8(pixels.red, pixels.green, pixels.blue, pixels.alpha, parts, columns.count)
    }
  }
}
