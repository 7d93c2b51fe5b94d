import Media

/// A finished video without sound, ready to be written as an endless GIF or WebP. Pictures are copied; equal segments make
/// equal files.
package struct Animation: Sendable {
  private let encoding: VideoEncoding
  private let segments: PacketSpool

  /// - Parameter segments: With every index from 0 up, at least one; all of the encoding, which is GIF's or WebP's.
  package init(_ encoding: VideoEncoding, segments: PacketSpool) {
    (self.encoding, self.segments) = (encoding, segments)
  }

  /// Writes the whole file. The caller commits it.
  package func write(into file: AtomicFile) throws(CodecError) {
    var writer = AnimationWriter(file, encoding)
    try writer.begin()
    var frame: Int64 = 0
    var waiting: (bytes: ArraySlice<UInt8>, start: Time)?
    for index in 0..<segments.count {
      let segment = try segments.segment(index)
      for packet in segment.packets {
        let picture = segment.payload(of: packet)
        let start = encoding.frameRate.time(ofFrame: frame)
        frame += 1
        // One that looks like the one before it prolongs that.
        guard picture.count > StillPictures.unchanged.count else { continue }
        if let waiting { try writer.write(waiting.bytes, until: start) }
        waiting = (picture, start)
      }
    }
    if let waiting { try writer.write(waiting.bytes, until: encoding.frameRate.time(ofFrame: frame)) }
    try writer.end()
  }
}
