import Media

/// A finished video, ready to be written: segments, sound, and what else travels in it.
///
/// Packets are copied; nothing is encoded again. Equal segments and sound make equal files.
package struct Movie: Sendable {
  private let container: MovieContainer
  private let encoding: VideoEncoding
  private let segments: PacketSpool
  private let sound: EncodedSound?
  private let boxes: [MovieBox]
  private let synopsis: String?

  /// - Parameters:
  ///   - container: What kind of file it becomes.
  ///   - encoding: What all segments were encoded with.
  ///   - segments: With every index from 0 up, at least one.
  ///   - sound: Nil, or without samples, for a video with no sound track.
  ///   - synopsis: A sentence that programs which copy the video keep.
  package init(
    _ encoding: VideoEncoding, in container: MovieContainer = .mp4, segments: PacketSpool, sound: EncodedSound? = nil,
    boxes: [MovieBox] = [],
    synopsis: String? = nil
  ) {
    (self.encoding, self.container) = (encoding, container)
    self.segments = segments
    self.sound = sound.flatMap { $0.sampleCount > 0 ? $0 : nil }
    (self.boxes, self.synopsis) = (boxes, synopsis)
  }

  /// Writes the whole file. The caller commits it.
  ///
  /// An mp4 and a mov have their index first, so that a player can begin before the end has arrived. The sizes of all packets are known beforehand. So the muxer runs twice: once into nothing, to learn how long the
  /// index is, and once in earnest, with exactly that much room before the media. No byte is moved afterwards.
  package func write(into file: AtomicFile) throws(CodecError) {
    guard container.hasBoxes else { return _ = try mux(to: MovieOutput(file), roomForIndex: 0) }
    let plan = try plan()
    _ = try mux(to: MovieOutput(file, expecting: plan.length), roomForIndex: plan.room)
  }

  /// How many bytes an mp4 or a mov will have.
  package func length() throws(CodecError) -> Int64 { try plan().length }

  private func plan() throws(CodecError) -> (length: Int64, room: Int64) {
    let draft = try MovieOutput(nil)
    let index = try mux(to: draft, roomForIndex: 0)
    let room = index + Self.slack(length: draft.length, index: index)
    return (draft.length + room - index, room)
  }

  /// By how much the index may grow when it moves to the front: an empty box, which the muxer puts behind it; and,
  /// once the file passes 4 GiB, eight bytes instead of four for the place of each chunk: less than twice in all.
  private static func slack(length: Int64, index: Int64) -> Int64 {
    8 + (length + index > UInt32.max ? index : 0)
  }

  /// - Returns: How many bytes the index takes.
  private func mux(to output: MovieOutput, roomForIndex room: Int64) throws(CodecError) -> Int64 {
    let sets = segments.outline(0).parameterSets
    let muxer = try Muxer(
      encoding, in: container, parameterSets: sets, sound: sound, synopsis: synopsis, output: output, roomForIndex: room
    )
    let lead = segments.reordering
    var voice = SoundFeed(sound)
    var start: Int64 = 0
    var blank = Blank()
    for index in 0..<segments.count {
      // To learn how long things will be, no picture has to be read.
      let segment = output.isDraft ? segments.outline(index) : try segments.segment(index)
      guard segment.parameterSets == sets else { throw Self.mismatch(index) }
      for (turn, packet) in segment.packets.enumerated() {
        let turn = start + Int64(turn - lead)
        try voice.write(to: muxer, until: encoding.frameRate.time(ofFrame: turn))
        let frame = start + Int64(packet.frame)
        let bytes = output.isDraft ? blank(packet.bytes.count) : segment.payload(of: packet)
        try muxer.writePicture(bytes, frame: frame, turn: turn, isKey: packet.isKey)
      }
      start += Int64(segment.frameCount)
    }
    try voice.write(to: muxer, until: .limit)
    let length = try muxer.finish()
    try output.finish(with: boxes.flatMap { container.hasBoxes ? $0.bytes : $0.element })
    return length
  }

  /// Bytes that nobody looks at.
  private struct Blank {
    private var bytes: [UInt8] = []

    mutating func callAsFunction(_ count: Int) -> ArraySlice<UInt8> {
      if bytes.count < count { bytes = [UInt8](repeating: 0, count: count) }
      return bytes[..<count]
    }
  }

  private static func mismatch(_ index: Int) -> CodecError {
    CodecError(
      .failed, "segment \(index)", "was encoded with other settings, or another version of the encoder, than segment 0",
      remedy: "draw it again")
  }
}
