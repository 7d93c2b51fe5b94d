/// What x265 says once of a whole stream, as mp4 keeps it: the hvcC record of ISO/IEC 14496-15, 8.3.3.1.2.
enum HEVCParameterSets {
  /// Video, sequence and picture parameter sets (H.265, table 7-1).
  private static let kinds: [UInt8] = [32, 33, 34]
  /// Profile, tier and level, behind two bytes of NAL header and one of numbers (7.3.1.2, 7.3.2.2).
  private static let profile = 3..<15

  /// Makes the record of libavcodec's extradata, whose NAL units stand behind their lengths.
  ///
  /// - Returns: Nil if there is not exactly one parameter set of each kind.
  static func record(extradata: [UInt8]) -> [UInt8]? {
    let units = NALUnits(of: extradata[...]).map(Array.init)
    let sets = kinds.map { kind in units.filter { $0.first.map { $0 >> 1 & 63 } == kind } }
    guard sets.allSatisfy({ $0.count == 1 }), let sequence = sets[1].first else { return nil }
    let plain = withoutEmulation(sequence)
    guard plain.count > profile.upperBound else { return nil }
    // Version 1; profile, tier and level; no word on how pictures are divided; 4:2:0 of 8 bits; no word on the frame rate;
    // one temporal layer, nested; lengths of four bytes.
    var record = [1] + plain[profile] + [0xF0, 0, 0xFC, 0xFD, 0xF8, 0xF8, 0, 0, 0x0F]
    record.append(UInt8(kinds.count))
    for (kind, units) in zip(kinds, sets) {
      record += [0x80 | kind, 0, 1]
      for unit in units {
        guard let length = UInt16(exactly: unit.count) else { return nil }
        record += [UInt8(length >> 8), UInt8(length & 255)] + unit
      }
    }
    return record
  }

  /// Without the threes that keep start codes out of a unit (7.4.2).
  private static func withoutEmulation(_ unit: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    for byte in unit where !(byte == 3 && plain.suffix(2) == [0, 0]) { plain.append(byte) }
    return plain
  }
}
