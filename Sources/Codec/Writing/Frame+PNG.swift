import CFFmpeg
package import Media

/// Pictures as PNG files: 8 bits a channel, tagged sRGB, with alpha only where there is something to see through.
extension Frame {
  /// - Precondition: the picture is `.rgba8` or `.rgba16` in `.srgb` colours, and not premultiplied.
  package func pngData() throws(CodecError) -> [UInt8] {
    precondition(format == .rgba8 || format == .rgba16, "a PNG is made of RGBA")
    precondition(color == .srgb && alpha != .premultiplied, "a PNG has straight alpha and sRGB colours")
    let image = try pngImage()
    // Each row minus the one above, packed lightly: a third of the time of zlib's usual level for a quarter more bytes.
    let encoder = try Encoder("png", options: ["pred": "up", "compression_level": "1"]) { $0.describe(image) }
    var data: [UInt8] = []
    let take = { (packet: AVPacket) in data += packet.payload }
    try encoder.encode(image, take)
    try encoder.encode(nil, take)
    return data
  }

  /// Writes a PNG that appears whole or not at all, in the place of whatever has the name.
  package func writePNG(to path: String) throws(CodecError) {
    let file = try AtomicFile(path)
    try file.write(pngData())
    try file.commit()
  }

  private func pngImage() throws(CodecError) -> FrameBox {
    do {
      let image = try FrameBox(png: size, alpha: alpha != .opaque)
      for row in 0..<size.height { fill(row, of: image) }
      return image
    } catch {
      throw .encoding("out of memory", error)
    }
  }

  private func fill(_ row: Int, of image: FrameBox) {
    let channels = alpha == .opaque ? 3 : 4
    guard let start = image.pointer.pointee.data.0 else { return }
    let target = UnsafeMutableBufferPointer(
      start: start + row * Int(image.pointer.pointee.linesize.0), count: channels * size.width)
    withPlane(0) { bytes, stride in
      let source = UnsafeRawBufferPointer(rebasing: bytes[(row * stride)...])
      if format == .rgba8 {
        target.fill(channels: channels) { source[$0] }
      } else {
        target.fill(channels: channels) { source.loadUnaligned(fromByteOffset: 2 * $0, as: UInt16.self).eightBits }
      }
    }
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Fills a row of pixels of `channels`, three or four, from one of four.
  ///
  /// A hot loop: the first picture of a video is waited for. With the channels written out it takes a quarter of the
  /// time, and there is nothing to overflow, since both rows are in memory.
  @inline(__always)
  fileprivate func fill(channels: Int, _ sample: (_ index: Int) -> UInt8) {
    var (source, target) = (0, 0)
    while target < count {
      self[target] = sample(source)
      self[target &+ 1] = sample(source &+ 1)
      self[target &+ 2] = sample(source &+ 2)
      if channels == 4 { self[target &+ 3] = sample(source &+ 3) }
      (source, target) = (source &+ 4, target &+ channels)
    }
  }
}

extension UInt16 {
  /// The nearest of 256 steps.
  fileprivate var eightBits: UInt8 { UInt8((UInt32(self) * 255 + 32_767) / 65_535) }
}

extension FrameBox {
  fileprivate convenience init(png size: Size, alpha: Bool) throws(FFmpegError) {
    try self.init()
    pointer.pointee.format = (alpha ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24).rawValue
    (pointer.pointee.width, pointer.pointee.height) = (Int32(size.width), Int32(size.height))
    (pointer.pointee.color_primaries, pointer.pointee.color_trc) = (AVCOL_PRI_BT709, AVCOL_TRC_IEC61966_2_1)
    (pointer.pointee.colorspace, pointer.pointee.color_range) = (AVCOL_SPC_RGB, AVCOL_RANGE_JPEG)
    try FFmpegError.check(av_frame_get_buffer(pointer, 0), "allocating a picture")
  }
}

extension AVCodecContext {
  fileprivate mutating func describe(_ image: FrameBox) {
    let picture = image.pointer.pointee
    (width, height) = (picture.width, picture.height)
    pix_fmt = AVPixelFormat(picture.format)
    (color_primaries, color_trc) = (picture.color_primaries, picture.color_trc)
    (colorspace, color_range) = (picture.colorspace, picture.color_range)
    time_base = AVRational(num: 1, den: 1)
    thread_count = 1
    flags |= AV_CODEC_FLAG_BITEXACT
  }
}
