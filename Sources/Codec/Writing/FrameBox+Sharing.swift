import CFFmpeg
import Media

extension FrameBox {
  /// Shares the memory of an 8-bit 4:2:0 picture, which is held until libavcodec lets go of it.
  convenience init(sharing picture: Frame) throws(FFmpegError) {
    try self.init()
    pointer.pointee.format = AV_PIX_FMT_YUV420P.rawValue
    (pointer.pointee.width, pointer.pointee.height) = (Int32(picture.size.width), Int32(picture.size.height))
    let planes = picture.storage.planes
    let bytes = planes.map { $0.base.assumingMemoryBound(to: UInt8.self) }
    let strides = planes.map { Int32($0.bytesPerRow) }
    (pointer.pointee.data.0, pointer.pointee.data.1, pointer.pointee.data.2) = (bytes[0], bytes[1], bytes[2])
    (pointer.pointee.linesize.0, pointer.pointee.linesize.1, pointer.pointee.linesize.2) =
      (strides[0], strides[1], strides[2])
    try hold(picture)
  }

  private func hold(_ picture: Frame) throws(FFmpegError) {
    let held = Unmanaged.passRetained(picture)
    // Safe because libavcodec only counts references to this buffer; it reads through `data`, never through it.
    let buffer = av_buffer_create(
      pointer.pointee.data.0, 1, { held, _ in held.map { Unmanaged<Frame>.fromOpaque($0).release() } },
      held.toOpaque(), AV_BUFFER_FLAG_READONLY)
    guard buffer != nil else {
      held.release()
      throw FFmpegError("sharing a frame", code: FFmpegError.outOfMemory)
    }
    pointer.pointee.buf.0 = buffer
  }

  /// Asks the encoder to spend more on this picture. Without memory for the request, or with a preset that cannot tell
  /// pictures apart, nothing changes.
  ///
  /// - Parameter steps: Of the 51 of the quantizer.
  func refineQuantizer(by steps: Int32) {
    let length = MemoryLayout<AVRegionOfInterest>.size
    let picture = pointer.pointee
    guard let data = av_frame_new_side_data(pointer, AV_FRAME_DATA_REGIONS_OF_INTEREST, length)?.pointee.data else {
      return
    }
    let region = AVRegionOfInterest(
      self_size: UInt32(length), top: 0, bottom: picture.height, left: 0, right: picture.width,
      qoffset: AVRational(num: -steps, den: 51))
    UnsafeMutableRawPointer(data).storeBytes(of: region, as: AVRegionOfInterest.self)
  }
}
