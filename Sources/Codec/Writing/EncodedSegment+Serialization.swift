/// The form in which segments are stored. All numbers are little-endian, 32 bits.
///
///     "RSEG"   version   bytes of parameter sets   bytes of data   packets
///     parameter sets
///     for each packet: its frame, with the top bit set if it is a key; its bytes
///     data
///
/// The decoder takes exactly what the encoder gives and refuses everything else, since what it reads may be damaged.
extension EncodedSegment {
  package static let formatVersion: UInt32 = 1
  private static let magic: UInt32 = 0x4745_5352
  private static let keyBit: UInt32 = 1 << 31

  package func serialized() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20 + parameterSets.count + 8 * packets.count + data.count)
    let counts = [parameterSets.count, data.count, packets.count].map { UInt32($0) }
    for number in [Self.magic, Self.formatVersion] + counts { bytes.append(littleEndian: number) }
    bytes += parameterSets
    for packet in packets {
      bytes.append(littleEndian: UInt32(packet.frame) | (packet.isKey ? Self.keyBit : 0))
      bytes.append(littleEndian: UInt32(packet.bytes.count))
    }
    bytes += data
    return bytes
  }

  /// Takes a segment out of its bytes, which it keeps.
  ///
  /// - Throws: what is wrong, if these are not the bytes of a whole segment of this version.
  package init(serialized bytes: [UInt8]) throws(CodecError) {
    var reader = ByteReader(bytes[...])
    guard reader.number() == Self.magic else { throw .damagedSegment("does not begin like one") }
    guard reader.number() == Self.formatVersion else {
      throw .damagedSegment("is not of version \(Self.formatVersion)")
    }
    guard let setBytes = reader.number(), let dataBytes = reader.number(), let count = reader.number(),
      let sets = reader.take(Int(setBytes)), let table = reader.take(8 * Int(count)),
      let data = reader.take(Int(dataBytes)), reader.isAtEnd
    else { throw .damagedSegment("is shorter or longer than it says") }
    let packets = Self.packets(from: table)
    guard Self.isWhole(packets), packets.last?.bytes.upperBound == data.count else {
      throw .damagedSegment("has a table of packets that makes no sense")
    }
    self.init(parameterSets: Array(sets), packets: packets, data: data)
  }

  private static func packets(from table: ArraySlice<UInt8>) -> [Packet] {
    var reader = ByteReader(table)
    var packets: [Packet] = []
    var end = 0
    while let frame = reader.number(), let size = reader.number() {
      packets.append(Packet(frame: Int(frame & ~keyBit), isKey: frame & keyBit != 0, bytes: end..<(end + Int(size))))
      end += Int(size)
    }
    return packets
  }

  /// Whether every frame from 0 up is there once and holds something, and the first can be decoded on its own.
  private static func isWhole(_ packets: [Packet]) -> Bool {
    guard let first = packets.first, first.isKey, first.frame == 0 else { return false }
    return packets.allSatisfy { !$0.bytes.isEmpty } && packets.map(\.frame).sorted().elementsEqual(packets.indices)
  }
}
