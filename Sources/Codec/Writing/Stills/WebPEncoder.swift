import CFFmpeg
import Media

/// A segment of an animated WebP, whose pictures need none of another segment.
///
/// The first picture is whole; the others are the rectangle that changed, which takes the place of what was there.
final class WebPEncoder: SegmentEncoding {
  private let encoding: VideoEncoding
  private var pictures = StillPictures()
  private var before: Frame?

  init(_ encoding: VideoEncoding) { self.encoding = encoding }

  func write(_ frame: Frame) throws(CodecError) {
    let change = before.map { PictureChange(from: $0, to: frame) } ?? PictureChange(whole: frame.size)
    before = frame
    guard !change.isEmpty else { return pictures.append(StillPictures.unchanged) }
    // Places are counted in pairs of pixels.
    let place = PictureChange(
      columns: change.columns.lowerBound & ~1..<change.columns.upperBound,
      rows: change.rows.lowerBound & ~1..<change.rows.upperBound)
    pictures.append(head(of: place) + (try image(frame, place)))
  }

  func finish(unless isStopped: () -> Bool) throws(CodecError) -> EncodedSegment? { try pictures.finished() }

  /// Where the picture lies, how long it is shown, which is still to come, and that it does not mix with what was there.
  private func head(of place: PictureChange) -> [UInt8] {
    let numbers = [
      place.columns.lowerBound / 2, place.rows.lowerBound / 2, place.columns.count - 1, place.rows.count - 1, 0,
    ]
    return numbers.flatMap(\.threeBytes) + [2]
  }

  /// Where the duration stands.
  static let duration = 12..<15

  /// The chunks of a picture: of a file of its own, all but its heads.
  private func image(_ frame: Frame, _ place: PictureChange) throws(CodecError) -> [UInt8] {
    let (name, options) = encoding.encoder
    let size = Size(width: place.columns.count, height: place.rows.count)
    let encoder = try Encoder(name, options: options) { context in
      encoding.describe(&context)
      (context.width, context.height) = (Int32(size.width), Int32(size.height))
      context.pix_fmt = AV_PIX_FMT_BGRA
      context.thread_count = 1
    }
    var file: [UInt8] = []
    let image = try self.image(frame, place, size)
    try encoder.encode(image) { file += $0.payload }
    try encoder.encode(nil) { file += $0.payload }
    return try chunks(of: file)
  }

  private func image(_ frame: Frame, _ place: PictureChange, _ size: Size) throws(CodecError) -> FrameBox {
    do {
      let image = try FrameBox()
      image.pointer.pointee.format = AV_PIX_FMT_BGRA.rawValue
      (image.pointer.pointee.width, image.pointer.pointee.height) = (Int32(size.width), Int32(size.height))
      try FFmpegError.check(av_frame_get_buffer(image.pointer, 0), "allocating a picture")
      for row in 0..<size.height { image.fill(row, from: frame, place) }
      return image
    } catch {
      throw .encoding("out of memory", error)
    }
  }

  private func chunks(of file: [UInt8]) throws(CodecError) -> [UInt8] {
    var reader = ByteReader(file.dropFirst(12))
    var chunks: [UInt8] = []
    while let name = reader.take(4), let length = reader.number() {
      guard let content = reader.take(Int(length) + Int(length & 1)) else {
        throw .encoding("WebP gave half a picture")
      }
      guard !name.elementsEqual("VP8X".utf8) else { continue }
      chunks += name
      chunks.append(littleEndian: length)
      chunks += content
    }
    return chunks
  }
}

extension PictureChange {
  fileprivate init(from before: Frame, to after: Frame) {
    self = before.withPlane(0) { old, oldStride in
      after.withPlane(0) { new, newStride in
        PictureChange(in: after.size) { x, y in
          old.loadUnaligned(fromByteOffset: y * oldStride + 4 * x, as: UInt32.self)
            == new.loadUnaligned(fromByteOffset: y * newStride + 4 * x, as: UInt32.self)
        }
      }
    }
  }
}

extension FrameBox {
  /// Sets a row of B, G, R, A from a part of a picture in R, G, B, A.
  fileprivate func fill(_ row: Int, from frame: Frame, _ place: PictureChange) {
    guard let start = pointer.pointee.data.0 else { return }
    let target = UnsafeMutableRawPointer(start) + row * Int(pointer.pointee.linesize.0)
    frame.withPlane(0) { bytes, stride in
      let source = (place.rows.lowerBound + row) * stride + 4 * place.columns.lowerBound
      for x in 0..<place.columns.count {
        let pixel = bytes.loadUnaligned(fromByteOffset: source + 4 * x, as: UInt32.self)
        let swapped = pixel & 0xFF00_FF00 | pixel >> 16 & 255 | (pixel & 255) << 16
        target.storeBytes(of: swapped, toByteOffset: 4 * x, as: UInt32.self)
      }
    }
  }
}

extension Int {
  /// Little-endian.
  var threeBytes: [UInt8] { [UInt8(self & 255), UInt8(self >> 8 & 255), UInt8(self >> 16 & 255)] }
}
