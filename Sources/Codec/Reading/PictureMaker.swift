import CFFmpeg
import Media

/// Makes frames of decoded pictures: without a copy where the format is one of ours, through libswscale where not.
///
/// It belongs to one thread at a time; the frames do not.
final class PictureMaker {
  /// What a conversion depends on.
  private struct Shape: Hashable {
    let size: Size
    let source: AVPixelFormat
  }

  private let place: String
  private let codec: AVCodecID
  private var shape: Shape?
  private var scaler: OpaquePointer?
  private var pool: FramePool?

  init(place: String, codec: AVCodecID) {
    self.place = place
    self.codec = codec
  }

  deinit { sws_freeContext(scaler) }

  /// - Throws: `.unsupported` for a pixel format that cannot be converted, `.damaged` for a picture without planes.
  func frame(of box: FrameBox) throws(CodecError) -> Frame {
    let picture = box.pointer.pointee
    let source = AVPixelFormat(picture.format)
    let size = Size(width: Int(picture.width), height: Int(picture.height))
    guard size.width > 0, size.height > 0, picture.data.0 != nil else {
      throw CodecError(.damaged, place, "holds a picture without pixels")
    }
    guard let layout = PictureLayout(source) else { throw unsupported(source) }
    let alpha: Frame.Alpha = layout.hasAlpha ? .straight : .opaque
    let color = ColorDescription(picture, layout: layout, codec: codec)
    let storage: FrameStorage
    if let own = wrapped(box, layout) {
      storage = own
    } else {
      storage = try converted(box, layout, Shape(size: size, source: source))
    }
    return Frame(size: size, format: layout.format, color: color, alpha: alpha, storage: storage)
  }

  /// The decoder's own memory, kept alive by the frame. Nil if it must be converted, or its rows run upward.
  private func wrapped(_ box: FrameBox, _ layout: PictureLayout) -> FrameStorage? {
    guard !layout.needsConversion else { return nil }
    let data = box.pointer.pointee.data
    let strides = box.pointer.pointee.linesize
    let pairs = [(data.0, strides.0), (data.1, strides.1), (data.2, strides.2), (data.3, strides.3)]
    let planes = pairs.prefix(layout.format.planeCount).compactMap { base, stride -> FrameStorage.Plane? in
      guard let base, stride > 0 else { return nil }
      return FrameStorage.Plane(base: base, bytesPerRow: Int(stride))
    }
    guard planes.count == layout.format.planeCount else { return nil }
    return FrameStorage(planes: planes) { withExtendedLifetime(box) {} }
  }

  private func converted(_ box: FrameBox, _ layout: PictureLayout, _ shape: Shape) throws(CodecError) -> FrameStorage {
    try prepare(shape, layout)
    guard let pool, let scaler else { throw unsupported(shape.source) }
    let storage = pool.take()
    var bases = storage.planes.map { Optional($0.base.assumingMemoryBound(to: UInt8.self)) }
    var strides = storage.planes.map { Int32($0.bytesPerRow) }
    bases += Array(repeating: nil, count: 4 - bases.count)
    strides += Array(repeating: 0, count: 4 - strides.count)
    let rows = Self.scale(scaler, box, &bases, &strides)
    guard rows == Int32(shape.size.height) else { throw unsupported(shape.source) }
    return storage
  }

  private static func scale(
    _ scaler: OpaquePointer, _ box: FrameBox, _ bases: inout [UnsafeMutablePointer<UInt8>?], _ strides: inout [Int32]
  ) -> Int32 {
    let picture = box.pointer
    return withUnsafePointer(to: &picture.pointee.data) { data in
      withUnsafePointer(to: &picture.pointee.linesize) { lines in
        // Safe because the tuples that C arrays become are laid out like the arrays.
        let data = UnsafeRawPointer(data).assumingMemoryBound(to: UnsafePointer<UInt8>?.self)
        let lines = UnsafeRawPointer(lines).assumingMemoryBound(to: Int32.self)
        return sws_scale(scaler, data, lines, 0, picture.pointee.height, &bases, &strides)
      }
    }
  }

  private func prepare(_ wanted: Shape, _ layout: PictureLayout) throws(CodecError) {
    guard wanted != shape else { return }
    let (width, height) = (Int32(wanted.size.width), Int32(wanted.size.height))
    let flags = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INP | SWS_FULL_CHR_H_INT
    sws_freeContext(scaler)
    shape = nil
    scaler = sws_getContext(
      width, height, wanted.source, width, height, PictureLayout.name(of: layout.format), flags, nil, nil, nil)
    guard let scaler else { throw unsupported(wanted.source) }
    // Full range on both sides whatever is true, since only the layout changes, never what the numbers mean.
    let weights = sws_getCoefficients(SWS_CS_ITU709)
    sws_setColorspaceDetails(scaler, weights, 1, weights, 1, 0, 1 << 16, 1 << 16)
    pool = FramePool(size: wanted.size, format: layout.format)
    shape = wanted
  }

  private func unsupported(_ source: AVPixelFormat) -> CodecError {
    let name = av_get_pix_fmt_name(source).map { String(cString: $0) } ?? "number \(source.rawValue)"
    return CodecError(
      .unsupported, place, "holds pictures in the pixel format \(name), which cannot be converted",
      remedy: "convert it to yuv420p first")
  }
}
