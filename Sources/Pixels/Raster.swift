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
  let owner: AnyObject

  init(
    size: Size, planes: [Plane], format: PixelFormat, color: ColorDescription, alpha: Frame.Alpha, owner: AnyObject
  ) {
    (self.size, self.planes, self.format, self.color, self.alpha, self.owner) = (
      size, planes, format, color, alpha, owner
    )
  }

  init(_ frame: Frame) {
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

  /// Whether its codes mean what those of an output picture in YUV mean.
  var hasOutputColors: Bool { color.matrix == .bt709 && color.range == .limited }
}
