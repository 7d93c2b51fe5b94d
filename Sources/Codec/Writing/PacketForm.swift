import CFFmpeg
import Media

/// How what an encoder gives lies in a segment: as containers keep it, and without what only says how it was made.
enum PacketForm {
  /// NAL units behind lengths, x264's note left out.
  case h264
  /// The same, x265 having no note.
  case hevc
  /// Without the mark that begins each picture, which files leave out.
  case av1
  /// Colours behind the number of their bytes (32 bits, little-endian), and transparency behind them.
  case translucent
  case plain

  init(_ encoding: VideoEncoding) {
    self =
      switch encoding.codec {
      case .h264: .h264
      case .hevc: .hevc
      case .av1: .av1
      case .vp9 where encoding.hasAlpha: .translucent
      case .vp9, .prores, .prores4444, .gif, .webp, .png: .plain
      }
  }

  /// What a decoder has to know first; nil if the encoder broke its word.
  func parameterSets(extradata: [UInt8]) -> [UInt8]? {
    switch self {
    case .h264: ParameterSets.record(extradata: extradata)
    case .hevc: HEVCParameterSets.record(extradata: extradata)
    case .av1, .translucent, .plain: extradata
    }
  }

  func append(_ packet: AVPacket, to data: inout [UInt8]) {
    let payload = packet.payload
    switch self {
    case .h264, .hevc:
      for unit in NALUnits(of: payload[...]) where !isSignature(unit) {
        data.append(bigEndian: UInt32(unit.count))
        data.append(contentsOf: unit)
      }
    case .av1: data += payload.starts(with: Self.temporalDelimiter) ? payload.dropFirst(2) : payload[...]
    case .translucent:
      data.append(littleEndian: UInt32(payload.count))
      data += payload + packet.transparency
    case .plain: data += payload
    }
  }

  /// Colours, and transparency if there is any, of a picture as `append` left it.
  func parts(of payload: ArraySlice<UInt8>) -> (colors: ArraySlice<UInt8>, transparency: ArraySlice<UInt8>) {
    var reader = ByteReader(payload)
    guard case .translucent = self, let count = reader.number(), let colors = reader.take(Int(count)) else {
      return (payload, [])
    }
    return (colors, payload.dropFirst(4 + Int(count)))
  }

  /// AV1 5.6: an OBU of type 2 that says its size, which is 0.
  private static let temporalDelimiter: [UInt8] = [0x12, 0]

  /// Whether this is x264's note of its version and settings (H.264 D.1.7, user data): half a kilobyte a segment that
  /// no player reads.
  private func isSignature(_ unit: ArraySlice<UInt8>) -> Bool {
    guard case .h264 = self else { return false }
    return unit.starts(with: [6, 5])
  }
}

extension AVPacket {
  /// A picture of its own, coded like the colours. Matroska keeps it beside them, as block addition 1; libavcodec writes
  /// that number, 64 bits big-endian, before it.
  fileprivate var transparency: [UInt8] {
    for index in 0..<Int(side_data_elems) where side_data[index].type == AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL {
      return Array(UnsafeBufferPointer(start: side_data[index].data, count: side_data[index].size).dropFirst(8))
    }
    return []
  }
}
