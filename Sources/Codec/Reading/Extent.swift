import CFFmpeg
import Media

/// Where the pictures and the sound of a file end, measured by its packets, which are not decoded.
///
/// Headers may be silent or wrong. So the packets near the declared end are looked at, and where none is found there,
/// every packet of the file.
struct Extent {
  private(set) var pictureEnd = Time.zero
  private(set) var soundEnd = Time.zero
  private(set) var pictureCount = 0
  private(set) var warnings: [String] = []
  /// When the pictures that were looked at begin.
  private var starts: [Time] = []
  private var hasSound = false
  private var hasUnstamped = false

  /// How far before the declared end to look: longer than streams are interleaved.
  private static let tail = Time(ticks: 4, rate: 1)
  /// Enough to see whether pictures come evenly.
  private static let mostStarts = 2000
  /// An end this much before the declared one is a file cut off.
  private static let tolerance = Time(ticks: 1, rate: 2)

  init(of input: InputFile, _ tracks: Tracks) throws(CodecError) {
    guard tracks.picture?.isStill != true else { return }
    let demuxer = try Self.open(input, tracks)
    if try !measureTail(demuxer, tracks, input) {
      self = Extent()
      try measure(Self.open(input, tracks), tracks, input)
    }
    // Stamps of decoding instead of showing run ahead by the pictures that are held back.
    if hasUnstamped, let picture = tracks.picture { pictureEnd += picture.clock.usualDuration * picture.delay }
    guard let declared = tracks.declaredEnd, max(pictureEnd, soundEnd) < declared - Self.tolerance else { return }
    let found = Time(ticks: max(pictureEnd, soundEnd).ticks(rate: 1000), rate: 1000)
    let promised = Time(ticks: declared.ticks(rate: 1000), rate: 1000)
    warnings.append("\(input.path): the file ends early: it promises \(promised) and holds \(found)")
  }

  private init() {}

  private static func open(_ input: InputFile, _ tracks: Tracks) throws(CodecError) -> Demuxer {
    let demuxer = try Demuxer(input, isKnown: true)
    demuxer.pick([tracks.picture?.index, tracks.sound?.index].compactMap { $0 })
    return demuxer
  }

  /// Whether some pictures last longer than others: more than one in fifty is off by more than a tenth.
  var isUneven: Bool {
    let sorted = starts.sorted()
    let steps = zip(sorted.dropFirst(), sorted).map { ($0 - $1).flicks }.sorted()
    guard steps.count >= 4 else { return false }
    let usual = steps[steps.count / 2]
    return steps.count { abs($0 - usual) > usual / 10 } * 50 > steps.count
  }

  /// False if the end cannot be reached that way.
  private mutating func measureTail(_ demuxer: Demuxer, _ tracks: Tracks, _ input: InputFile) throws(CodecError) -> Bool
  {
    guard let end = tracks.declaredEnd, end > Self.tail, tracks.picture?.restarts != true,
      tracks.sound?.restarts != true
    else { return false }
    let goal = end - Self.tail
    if let picture = tracks.picture {
      guard demuxer.seek(stream: picture.index, to: picture.clock.stamp(at: goal)) else { return false }
    } else if let sound = tracks.sound, let stream = demuxer.stream(sound.index) {
      let ticks = (goal + sound.zero).ticks(of: stream.pointee.time_base)
      guard demuxer.seek(stream: sound.index, to: ticks) else { return false }
    }
    try measure(demuxer, tracks, input)
    return (tracks.picture == nil || pictureCount > 0) && (tracks.sound == nil || hasSound)
  }

  private mutating func measure(_ demuxer: Demuxer, _ tracks: Tracks, _ input: InputFile) throws(CodecError) {
    guard let packet = try? PacketBox() else { return }
    var count = 0
    while demuxer.read(into: packet) {
      count += 1
      guard count <= input.limits.packets else {
        throw CodecError(
          .tooLarge, input.path, "does not say how long it is, and has more than \(input.limits.packets) packets",
          remedy: "convert it to a file with an index, such as an mp4")
      }
      let index = Int(packet.pointer.pointee.stream_index)
      if let picture = tracks.picture, picture.index == index { add(picture: packet, picture.clock) }
      if let sound = tracks.sound, sound.index == index, let stream = demuxer.stream(index) {
        add(sound: packet, sound, stream.pointee.time_base)
      }
    }
  }

  private mutating func add(picture packet: PacketBox, _ clock: PictureClock) {
    guard packet.pointer.pointee.flags & AV_PKT_FLAG_DISCARD == 0 else { return }
    pictureCount += 1
    hasUnstamped = hasUnstamped || (packet.pointer.pointee.pts != packet.stamp)
    let length = clock.duration(ofTicks: packet.pointer.pointee.duration) ?? clock.usualDuration
    let start = clock.time(of: packet.stamp) ?? clock.start + clock.usualDuration * Int64(pictureCount - 1)
    pictureEnd = max(pictureEnd, start + length)
    if starts.count < Self.mostStarts { starts.append(start) }
  }

  private mutating func add(sound packet: PacketBox, _ track: SoundTrack, _ timeBase: AVRational) {
    guard packet.pointer.pointee.flags & AV_PKT_FLAG_DISCARD == 0 else { return }
    hasSound = true
    guard let start = Time(packet.stamp, of: timeBase) else { return }
    let length = Time(packet.pointer.pointee.duration, of: timeBase) ?? .zero
    let padding = Time(ticks: packet.samplesToDropAtEnd, rate: Int64(track.sampleRate))
    soundEnd = max(soundEnd, start + length - padding - track.zero)
  }
}
