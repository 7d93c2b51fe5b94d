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
    /// How far this plane's columns and rows are apart, in pixels, as powers of two.
    let log2Width, log2Height: Int

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
        log2Width: isShared ? frame.format.chroma.log2Width : 0,
        log2Height: isShared ? frame.format.chroma.log2Height : 0)
    }
  }

  var isOpaque: Bool { alpha == .opaque }
}

extension PixelFormat {
  var bits: Int {
    switch self {
    case .yuv(_, let bits, _): bits
    case .rgba8: 8
    case .rgba16: 16
    }
  }

  var chroma: Chroma {
    switch self {
    case .yuv(let chroma, _, _): chroma
    case .rgba8, .rgba16: .s444
    }
  }

  var isYUV: Bool {
    switch self {
    case .yuv: true
    case .rgba8, .rgba16: false
    }
  }

  func extentInSamples(ofPlane plane: Int, size: Size) -> Size {
    let extent = extent(ofPlane: plane, size: size)
    let bytes = isYUV ? (bits > 8 ? 2 : 1) : 4 * bits / 8
    return Size(width: extent.bytesPerRow / bytes, height: extent.rows)
  }
}
