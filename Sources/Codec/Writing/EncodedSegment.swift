/// A stretch of video, encoded on its own: closed groups of pictures, the first of which begins with an IDR picture.
///
/// Its frames are numbered from 0, one tick each; where it lies in a video is the video's affair.
package struct EncodedSegment: Hashable, Sendable {
  /// One encoded picture. Packets stand in the order in which they are decoded.
  package struct Packet: Hashable, Sendable {
    /// Which frame of the segment this shows: its presentation time in frames.
    package let frame: Int
    /// Whether decoding may begin here.
    package let isKey: Bool
    /// Its place in `data`. See `PacketForm` for what lies there.
    package let bytes: Range<Int>
  }

  /// What a decoder has to know first, such as an avcC record. Segments with equal sets can be joined.
  package let parameterSets: [UInt8]
  /// Every frame from 0 up once, in decoding order; packets lie in `data` without gaps.
  package let packets: [Packet]
  /// A slice that begins anywhere: see `payload`.
  package let data: ArraySlice<UInt8>

  package func payload(of packet: Packet) -> ArraySlice<UInt8> {
    data[(data.startIndex + packet.bytes.lowerBound)..<(data.startIndex + packet.bytes.upperBound)]
  }

  package var frameCount: Int { packets.count }

  /// By how many frames decoding has to run ahead of showing, so that no picture is shown before it is decoded:
  /// packet `i` is decoded at `i - reordering`.
  package var reordering: Int {
    packets.enumerated().reduce(0) { max($0, $1.offset - $1.element.frame) }
  }
}
