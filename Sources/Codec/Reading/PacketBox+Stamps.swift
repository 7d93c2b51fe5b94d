import CFFmpeg

extension PacketBox {
  /// When it is shown, or at least decoded.
  var stamp: Int64 {
    pointer.pointee.pts != reprise_AV_NOPTS_VALUE ? pointer.pointee.pts : pointer.pointee.dts
  }

  /// How many samples at its end are only the encoder's padding.
  var samplesToDropAtEnd: Int64 {
    var size = 0
    guard let bytes = av_packet_get_side_data(pointer, AV_PKT_DATA_SKIP_SAMPLES, &size), size >= 8 else { return 0 }
    // Two little-endian 32-bit numbers: what to drop at the start, and at the end.
    return (4..<8).reversed().reduce(Int64(0)) { $0 << 8 | Int64(bytes[$1]) }
  }
}
