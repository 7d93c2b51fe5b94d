import CFFmpeg

/// Owns one `AVPacket`: allocated here, freed here.
///
/// It belongs to one thread at a time.
package final class PacketBox {
  let pointer: UnsafeMutablePointer<AVPacket>

  init() throws(FFmpegError) {
    guard let packet = av_packet_alloc() else {
      throw FFmpegError("allocating a packet", code: FFmpegError.outOfMemory)
    }
    pointer = packet
  }

  deinit {
    var packet: UnsafeMutablePointer<AVPacket>? = pointer
    av_packet_free(&packet)
  }

  /// Lets go of the payload, so that the packet can be filled again.
  func clear() { av_packet_unref(pointer) }
}
