import CFFmpeg
import Media

extension FrameBox {
  /// Shares the memory of a picture, which is held until libavcodec lets go of it.
  convenience init(sharing picture: Frame) throws(FFmpegError) {
    try self.init()
    pointer.pointee.format = PictureLayout.name(of: picture.format).rawValue
    (pointer.pointee.width, pointer.pointee.height) = (Int32(picture.size.width), Int32(picture.size.height))
    if picture.color == .hd { markAsHighDefinition() }
    let planes = picture.storage.planes
    // Safe because both tuples are arrays of eight in C, and no picture has more than four planes.
    withUnsafeMutableBytes(of: &pointer.pointee.data) { data in
      let data = data.assumingMemoryBound(to: UnsafeMutablePointer<UInt8>?.self)
      for (index, plane) in planes.enumerated() { data[index] = plane.base.assumingMemoryBound(to: UInt8.self) }
    }
    withUnsafeMutableBytes(of: &pointer.pointee.linesize) { lengths in
      let lengths = lengths.assumingMemoryBound(to: Int32.self)
      for (index, plane) in planes.enumerated() { lengths[index] = Int32(plane.bytesPerRow) }
    }
    try hold(picture)
  }

  /// ProRes asks each picture for its colours.
  private func markAsHighDefinition() {
    (pointer.pointee.color_primaries, pointer.pointee.color_trc) = (AVCOL_PRI_BT709, AVCOL_TRC_BT709)
    (pointer.pointee.colorspace, pointer.pointee.color_range) = (AVCOL_SPC_BT709, AVCOL_RANGE_MPEG)
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
