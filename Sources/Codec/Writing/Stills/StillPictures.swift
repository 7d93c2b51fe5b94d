/// A segment of pictures that are files, or parts of one, in their order. A picture that looks like the one before it is
/// a zero.
struct StillPictures {
  private var packets: [EncodedSegment.Packet] = []
  private var data: [UInt8] = []

  static let unchanged: [UInt8] = [0]

  var count: Int { packets.count }

  mutating func append(_ picture: [UInt8]) {
    let bytes = data.count..<(data.count + picture.count)
    packets.append(.init(frame: count, isKey: picture.count > 1, bytes: bytes))
    data += picture
  }

  func finished() throws(CodecError) -> EncodedSegment {
    precondition(!packets.isEmpty, "a segment has at least one frame")
    guard UInt32(exactly: data.count) != nil else {
      throw CodecError(.tooLarge, "encoding", "a segment has more than 4 GB", remedy: "make the pictures smaller")
    }
    return EncodedSegment(parameterSets: [], packets: packets, data: data[...])
  }
}
