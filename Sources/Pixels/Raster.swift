import CPixels
import Media

/// The planes of a frame, ready to be read by rows. Keeps the frame alive.
struct Raster {
  /// One plane of codes.
  struct Plane {
    let base: UnsafeRawPointer
    let bytesPerRow: Int
    /// Bits in a code; more than 8 take two bytes.
    let bits: Int
    let size: Size
    /// Where its samples sit among the pixels.
    let columns, rows: Axis.Grid
    var log2Width: Int { columns.log2 }
    var log2Height: Int { rows.log2 }

    /// Reads codes as 14-bit samples.
    func read(row: Int, columns: Range<Int>, into samples: UnsafeMutablePointer<Int16>) {
      let start = base + row * bytesPerRow
      if bits > 8 {
        let codes = start.assumingMemoryBound(to: UInt16.self) + columns.lowerBound
        pixels_samples16(samples, codes, columns.count, Int32(bits))
      } else {
        pixels_samples8(samples, start.assumingMemoryBound(to: UInt8.self) + columns.lowerBound, columns.count)
      }
    }
  }

  let size: Size
  let planes: [Plane]
  let format: PixelFormat
  let color: ColorDescription
  let alpha: Frame.Alpha
  let reading: Reading
  let owner: AnyObject

  init(_ raster: Raster, size: Size, planes: [Plane], owner: AnyObject) {
    (self.size, self.planes, self.owner) = (size, planes, owner)
    (format, color, alpha, reading) = (raster.format, raster.color, raster.alpha, raster.reading)
  }

  init(_ frame: Frame, _ reading: Reading = Reading()) {
    self.reading = reading
    size = frame.size
    format = frame.format
    color = frame.color
    alpha = frame.format.hasAlpha ? frame.alpha : .opaque
    owner = frame
    planes = frame.storage.planes.enumerated().map { index, plane in
      let isShared = index == 1 || index == 2
      return Plane(
        base: UnsafeRawPointer(plane.base), bytesPerRow: plane.bytesPerRow, bits: frame.format.bits,
        size: frame.format.extentInSamples(ofPlane: index, size: frame.size),
        columns: isShared ? .columns(frame.format.chroma, frame.color.siting) : .pixels,
        rows: isShared ? .rows(frame.format.chroma, frame.color.siting) : .pixels)
    }
  }

  var isOpaque: Bool { alpha == .opaque }

  /// Its pixels, one for one. Those that share chroma take it as it is.
  var rows: any SampleRows {
    let reader = RasterReader(self)
    return reading.light == .linear ? LitRows(reader) : reader
  }

  /// The same before they are scaled, with chroma filtered for each.
  var smoothRows: any SampleRows {
    guard format.isYUV, isOpaque, planes[1].log2Width > 0 else { return rows }
    func whole(_ length: Int) -> Axis {
      Axis(scale: 1, offset: 0, source: 0...Double(length), targets: 0..<length)
    }
    let planes = ScaledPlanes(self, whole(size.width), whole(size.height), sharesChroma: false)
    return reading.light == .linear ? LitRows(planes) : planes
  }
}
