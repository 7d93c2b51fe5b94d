import CFFmpeg
import Media

/// The packets of a stream of sound, by the stretch of time that they cover.
///
/// However one gets to a stretch, by reading on or by going there, its packets are the same: what is read too early is
/// left out, and what the next stretch needs again is kept.
final class SoundPackets {
  /// Up to this far ahead, reading on is quicker than a seek.
  private static let near = Time(ticks: 10, rate: 1)

  /// More packets than any codec has in a few seconds: a bound on memory for files whose stamps stand still.
  private static let mostKept = 50_000

  private let input: InputFile
  private let track: SoundTrack
  private var demuxer: Demuxer
  private var kept: [SoundPacket] = []
  /// What `kept` covers: everything that sounds from `from` up to `upTo`.
  private var from = Time.zero - .limit
  private var upTo = Time.zero - .limit
  /// Where the last packet ended, which is where one without a stamp begins; nil after a seek.
  private var previousEnd: Time?
  /// Whether every packet of the file that lies ahead has been read.
  private(set) var isAtEnd = false
  /// Packets read since the beginning.
  private var packetCount = 0

  init(_ input: InputFile, _ track: SoundTrack) throws(CodecError) {
    (self.input, self.track) = (input, track)
    demuxer = try Self.open(input, track)
    (previousEnd, packetCount) = (track.start, 0)
  }

  private static func open(_ input: InputFile, _ track: SoundTrack) throws(CodecError) -> Demuxer {
    let demuxer = try Demuxer(input, isKnown: true)
    guard demuxer.stream(track.index) != nil else {
      throw CodecError(.failed, input.path, "has changed while it was read")
    }
    demuxer.pick([track.index])
    return demuxer
  }

  /// The stream that the packets are of.
  var stream: UnsafeMutablePointer<AVStream>? { demuxer.stream(track.index) }

  /// The packets that sound inside a range, in order.
  func packets(in range: TimeRange) throws(CodecError) -> [SoundPacket] {
    if !canReadOn(to: range.start) { try seek(to: range.start) }
    kept.removeAll { $0.range.end <= range.start }
    from = max(from, range.start)
    while !isAtEnd, upTo < range.end, kept.count < Self.mostKept {
      guard let packet = try next() else { break }
      if packet.range.end > range.start { kept.append(packet) }
    }
    return kept.filter { $0.range.start < range.end }
  }

  private func canReadOn(to start: Time) -> Bool {
    let isNear = upTo < track.start || start - upTo <= Self.near
    return from <= start && (isNear || isAtEnd || track.restarts)
  }

  /// The next packet whose time is known; nil at the end.
  private func next() throws(CodecError) -> SoundPacket? {
    while true {
      let box = try make()
      guard demuxer.read(into: box) else {
        isAtEnd = true
        return nil
      }
      if track.countsFrames { count(box) }
      guard let range = range(of: box) else { continue }
      upTo = max(upTo, range.end)
      previousEnd = min(range.end, .limit)
      return SoundPacket(box: box, range: range)
    }
  }

  /// Puts the stamp that belongs to the packet's number in the place of the one that was made up.
  private func count(_ box: PacketBox) {
    guard let base = stream?.pointee.time_base else { return }
    let samples = Int64(packetCount) * track.gridStep
    let time = track.zero + track.start + Time(ticks: samples, rate: Int64(track.sampleRate))
    box.pointer.pointee.pts = (time + Time(flicks: Time(1, of: base).map { $0.flicks / 2 } ?? 0)).ticks(of: base)
    box.pointer.pointee.dts = box.pointer.pointee.pts
    packetCount += 1
  }

  /// A packet without a stamp goes where the one before it ends; where that is unknown too, so is its time.
  private func range(of box: PacketBox) -> TimeRange? {
    guard let base = stream?.pointee.time_base else { return nil }
    guard let start = Time(box.stamp, of: base).map({ $0 - track.zero }) ?? previousEnd else { return nil }
    return TimeRange(start: start, duration: max(.zero, Time(box.pointer.pointee.duration, of: base) ?? .zero))
  }

  private func make() throws(CodecError) -> PacketBox {
    do {
      return try PacketBox()
    } catch {
      throw CodecError(.failed, input.path, "its sound cannot be read", cause: error)
    }
  }

  /// Goes to a packet at or before `target`. Where it comes out is checked, as for pictures.
  private func seek(to target: Time) throws(CodecError) {
    var goal = target
    var step = Time(ticks: 1, rate: 1)
    while !track.restarts, goal > track.start {
      if let first = try firstPacket(from: goal), first.range.start <= target {
        (kept, from) = ([first], first.range.start)
        return
      }
      (goal, step) = (goal - step, step * 4)
    }
    demuxer = try Self.open(input, track)
    forget(from: .zero - .limit)
    (previousEnd, packetCount) = (track.start, 0)
  }

  private func firstPacket(from goal: Time) throws(CodecError) -> SoundPacket? {
    guard let base = stream?.pointee.time_base else { return nil }
    forget(from: .limit)
    return demuxer.seek(stream: track.index, to: (goal + track.zero).ticks(of: base)) ? try next() : nil
  }

  private func forget(from start: Time) {
    (kept, isAtEnd, from, upTo, previousEnd) = ([], false, start, .zero - .limit, nil)
  }
}
