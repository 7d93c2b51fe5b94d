/// What x264 says once of a whole stream, as mp4 keeps it: the avcC record of ISO/IEC 14496-15, 5.3.3.1.2.
enum ParameterSets {
  private static let (sequence, picture): (UInt8, UInt8) = (7, 8)
  /// Profiles (High and its kin) whose record goes on to say chroma format and bit depths.
  private static let longProfiles: Set<UInt8> = [100, 110, 122, 144]

  /// Makes the record from libavcodec's extradata, in whichever form this version of it chose: NAL units behind
  /// their lengths, or the record itself (newer versions).
  ///
  /// - Returns: Nil if there is not exactly one sequence and one picture parameter set.
  static func record(extradata: [UInt8]) -> [UInt8]? {
    if extradata.first == 1 { return extradata }
    let units = NALUnits(of: extradata[...])
    let sequences = units.filter { $0.first.map { $0 & 31 } == sequence }
    let pictures = units.filter { $0.first.map { $0 & 31 } == picture }
    guard sequences.count == 1, pictures.count == 1 else { return nil }
    return record(sequence: sequences[0], picture: pictures[0])
  }

  private static func record(sequence: ArraySlice<UInt8>, picture: ArraySlice<UInt8>) -> [UInt8]? {
    let profile = sequence.dropFirst().prefix(3)
    guard profile.count == 3, let kind = profile.first, let high = UInt16(exactly: sequence.count),
      let low = UInt16(exactly: picture.count)
    else { return nil }
    // Version 1; lengths of four bytes; one sequence set; then one picture set.
    var record: [UInt8] = [1] + profile + [0xFF, 0xE1]
    record += [UInt8(high >> 8), UInt8(high & 255)] + sequence
    record += [1, UInt8(low >> 8), UInt8(low & 255)] + picture
    // 4:2:0, 8 bits of luma, 8 bits of chroma, no extensions.
    if longProfiles.contains(kind) { record += [0xFD, 0xF8, 0xF8, 0] }
    return record
  }
}
