import CFFmpeg
package import Media

/// Some packets of a video's AAC stream, encoded without those before them.
///
/// Packet `n` holds samples `1024 (n − 1) ..< 1024 (n + 1)`, and each decodes with its neighbours only. So packets lie on
/// one grid whoever made them, and stretches join. What an encoder remembers (how many bits it has left, how loud it was)
/// is warmed up on the packets before, which are dropped.
package struct SoundStretch: Hashable, Sendable {
  /// Their numbers in the whole stream.
  package let packets: Range<Int64>
  /// In bytes. Packets lie in `data` without gaps.
  let sizes: [UInt32]
  let data: [UInt8]

  /// Raised whenever the same samples are encoded otherwise.
  package static let formatVersion = 1
  /// Packets that are encoded to warm up. See docs/decisions/streaming.md for how many it takes.
  private static let warmUp: Int64 = 32

  /// The packets that go with a stretch of samples. The first ends where the stretch begins or a little before: it
  /// readies a decoder that begins here.
  ///
  /// - Parameter isLast: Whether the sound ends with it.
  package static func packets(for samples: Range<Int64>, isLast: Bool) -> Range<Int64> {
    let length = SoundCodec.aac.packetLength
    let end = isLast ? (samples.upperBound + length - 1) / length + 1 : samples.upperBound / length
    return samples.lowerBound / length..<max(end, samples.lowerBound / length)
  }

  /// The samples that decide the bytes of some packets; they may begin before 0 and go on after the end.
  package static func samples(for packets: Range<Int64>) -> Range<Int64> {
    let length = SoundCodec.aac.packetLength
    // The encoder looks at the samples after a packet before it chooses a window.
    return (packets.lowerBound - warmUp - 1) * length..<(packets.upperBound + 1) * length
  }

  /// Encodes packets.
  ///
  /// - Parameter samples: Those of `samples(for:)`, in stereo.
  package init(_ packets: Range<Int64>, of samples: AudioBlock) throws(CodecError) {
    let wanted = Self.samples(for: packets)
    precondition(samples.frameCount == wanted.count && samples.channelCount == 2, "a stretch has all its samples")
    let encoder = try Encoder("aac") { $0.describeSound() }
    var sizes: [UInt32] = []
    var data: [UInt8] = []
    for start in stride(from: 0, to: samples.frameCount, by: Int(SoundCodec.aac.packetLength)) {
      let frame = try Self.frame(of: samples, from: start)
      try encoder.encode(frame) { packet in
        // A packet's time is that of the samples before those it was asked for with.
        let number = Int64(start) / SoundCodec.aac.packetLength + packets.lowerBound - Self.warmUp - 2
        guard packets.contains(number) else { return }
        sizes.append(UInt32(packet.size))
        data += packet.payload
      }
    }
    guard sizes.count == packets.count else {
      throw .encoding("the encoder gave \(sizes.count) packets of sound instead of \(packets.count)")
    }
    (self.packets, self.sizes, self.data) = (packets, sizes, data)
  }

  private static func frame(of samples: AudioBlock, from start: Int) throws(CodecError) -> FrameBox {
    let length = SoundCodec.aac.packetLength
    do {
      let frame = try FrameBox(.stereo, length: length, .planes)
      frame.fill(.planes, at: 0, from: samples, at: start, count: Int(length))
      frame.pointer.pointee.pts = Int64(start)
      return frame
    } catch {
      throw .encoding("out of memory", error)
    }
  }

  /// What a decoder has to know before the first packet.
  static func configuration() throws(CodecError) -> [UInt8] {
    try Encoder("aac") { $0.describeSound() }.extradata
  }
}

/// The form in which stretches are stored: the sizes of the packets, 32 bits each, little-endian, and the packets.
extension SoundStretch {
  package func serialized() -> [UInt8] {
    var bytes: [UInt8] = []
    for size in sizes { bytes.append(littleEndian: size) }
    return bytes + data
  }

  /// Nil unless these are the bytes of so many packets.
  package init?(serialized bytes: [UInt8], packets: Range<Int64>) {
    var reader = ByteReader(bytes[...])
    let sizes = packets.compactMap { _ in reader.number() }
    guard sizes.count == packets.count, let data = reader.take(sizes.reduce(0) { $0 + Int($1) }), reader.isAtEnd else {
      return nil
    }
    (self.packets, self.sizes, self.data) = (packets, sizes, Array(data))
  }
}
