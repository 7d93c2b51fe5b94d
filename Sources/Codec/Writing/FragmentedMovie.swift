import Media

/// A video that is sent in pieces, as fragmented mp4 (ISO/IEC 14496-12, 8.8): what a player has to know first, and then a
/// piece for each segment, in any order and at any time. Nothing in a piece depends on another.
///
/// As in a whole mp4, pictures are decoded `lead` frames ahead and sound begins with a packet that is not to be heard; the
/// edit lists take both out, so that every reader starts at 0. Both are known before anything is drawn.
package struct FragmentedMovie: Sendable {
  let encoding: VideoEncoding
  /// The avcC record of every segment.
  let parameterSets: [UInt8]
  /// By how many frames decoding runs ahead of showing.
  let lead: Int
  /// The AudioSpecificConfig; nil for a video with no sound track.
  let soundConfiguration: [UInt8]?

  static let (pictureTrack, soundTrack): (UInt32, UInt32) = (1, 2)

  /// Asks the encoders what they will say; nothing is encoded.
  package init(_ encoding: VideoEncoding, hasSound: Bool) throws(CodecError) {
    let encoder = try SegmentEncoder(encoding)
    self.encoding = encoding
    (parameterSets, lead) = (try encoder.parameterSets(), encoder.reordering)
    soundConfiguration = hasSound ? try SoundStretch.configuration() : nil
  }

  /// What the tracks are made with, as RFC 6381 writes it: `avc1.64001f,mp4a.40.2`.
  package var codecs: String {
    let profile = parameterSets.dropFirst().prefix(3).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "avc1.\(profile)" + (soundConfiguration == nil ? "" : ",mp4a.40.2")
  }

  /// The clock of the pictures: a frame is a whole number of ticks, and so many of them that players which count in
  /// something coarser lose nothing.
  var pictureClock: (rate: UInt32, frame: UInt32) {
    let (rate, frame) = (UInt32(encoding.frameRate.numerator), UInt32(encoding.frameRate.denominator))
    var factor: UInt32 = 1
    while rate * factor < 10_000, frame < 1 << 16 { factor *= 2 }
    return (rate * factor, frame * factor)
  }
}
