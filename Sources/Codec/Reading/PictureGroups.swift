import CFFmpeg

/// The coded pictures of H.264 video, by groups that begin with an IDR picture, without whatever a container, a copy or a
/// cut may change: parameter sets, delimiters, messages, and how units are divided.
package enum PictureGroups {
  /// One slice of a picture.
  package struct Unit {
    /// Whether a group begins with it.
    package let isFirst: Bool
    package let bytes: ArraySlice<UInt8>

    package init(isFirst: Bool, bytes: ArraySlice<UInt8>) { (self.isFirst, self.bytes) = (isFirst, bytes) }
  }

  /// Reads the slices of a video in decoding order.
  ///
  /// - Throws: what opening throws. A file without H.264 has no units.
  package static func read(_ input: InputFile, _ body: (Unit) -> Void) throws(CodecError) {
    let demuxer = try Demuxer(input)
    guard let index = demuxer.pictureStream, let parameters = demuxer.stream(index)?.pointee.codecpar,
      parameters.pointee.codec_id == AV_CODEC_ID_H264
    else { return }
    let packet: PacketBox
    do { packet = try PacketBox() } catch { throw CodecError(.failed, input.path, "out of memory", cause: error) }
    let lengthSize = lengthSize(parameters.pointee)
    demuxer.pick([index])
    var isInGroup = false
    while demuxer.read(into: packet) {
      let bytes = packet.pointer.pointee.payload
      let units = lengthSize.map { behindLengths(bytes[...], of: $0) } ?? behindStartCodes(bytes[...])
      pass(units, &isInGroup, body)
    }
  }

  /// The slices of a segment.
  package static func read(_ segment: EncodedSegment, _ body: (Unit) -> Void) {
    var isInGroup = false
    for packet in segment.packets { pass(behindLengths(segment.payload(of: packet), of: 4), &isInGroup, body) }
  }

  /// Slices are units of types 1 to 5; those of an IDR picture have type 5 (H.264, table 7-1). A group's first has no other
  /// IDR slice right before it.
  private static func pass(_ units: [ArraySlice<UInt8>], _ isInGroup: inout Bool, _ body: (Unit) -> Void) {
    var follows = false
    for unit in units {
      guard let kind = unit.first.map({ $0 & 31 }), (1...5).contains(kind) else { continue }
      let isFirst = kind == 5 && !follows
      isInGroup = isInGroup || isFirst
      follows = kind == 5
      // A cut may leave pictures before the first group.
      if isInGroup { body(Unit(isFirst: isFirst, bytes: unit)) }
    }
  }

  /// How many bytes a unit's length has; nil where units stand behind start codes.
  private static func lengthSize(_ parameters: AVCodecParameters) -> Int? {
    guard let extradata = parameters.extradata, parameters.extradata_size > 4, extradata[0] == 1 else { return nil }
    return Int(extradata[4] & 3) + 1
  }

  private static func behindLengths(_ bytes: ArraySlice<UInt8>, of size: Int) -> [ArraySlice<UInt8>] {
    var (units, rest) = ([ArraySlice<UInt8>](), bytes)
    while rest.count >= size {
      let length = rest.prefix(size).reduce(0) { $0 << 8 | Int($1) }
      guard length <= rest.count - size else { break }
      units.append(rest.dropFirst(size).prefix(length))
      rest = rest.dropFirst(size + length)
    }
    return units
  }

  /// H.264, annex B: 00 00 01 before each unit, and zeros that belong to none.
  private static func behindStartCodes(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var starts: [Int] = []
    var zeros = 0
    for index in bytes.indices {
      if bytes[index] == 1, zeros >= 2 { starts.append(index + 1) }
      zeros = bytes[index] == 0 ? zeros + 1 : 0
    }
    return starts.enumerated().map { turn, start in
      let end = turn + 1 < starts.count ? starts[turn + 1] - 3 : bytes.endIndex
      var unit = bytes[start..<max(start, end)]
      while unit.last == 0 { unit = unit.dropLast() }
      return unit
    }
  }
}
