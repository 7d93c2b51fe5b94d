import CFFmpeg

/// The decoded frames of one stream, in the order of showing, from wherever it was sent to.
///
/// It belongs to one thread at a time.
final class FrameStream {
  /// A packet that could not be decoded.
  struct Failure {
    let stamp: Int64
    let duration: Int64
  }

  /// More than this in a row need no list.
  private static let mostFailures = 10_000
  /// A decoder that still fails after this many tries at the end of its stream has nothing more to give.
  private static let mostFailuresAtEnd = 100

  let demuxer: Demuxer
  private let decoder: Decoder
  private let index: Int
  private let needsStampedKey: Bool
  private let packet: PacketBox
  private var isAwaitingKey = false
  private var isDraining = false
  private var failuresAtEnd = 0
  /// After a seek: when the packet that decoding began with is shown. What is shown before it leans on what was not read.
  private(set) var floor: Int64?
  /// What went wrong since it was last taken.
  private var failures: [Failure] = []

  /// - Parameter needsStampedKey: After a seek, begin only with a key packet whose time stamp was written, not derived.
  init(_ demuxer: Demuxer, stream index: Int, decoder: Decoder, needsStampedKey: Bool = false) throws(FFmpegError) {
    demuxer.pick([index])
    self.needsStampedKey = needsStampedKey
    (self.demuxer, self.index, self.decoder) = (demuxer, index, decoder)
    packet = try PacketBox()
  }

  /// The next frame, or nil at the end. Packets that do not decode are left out and noted.
  func next() throws(FFmpegError) -> FrameBox? {
    let box = try FrameBox()
    while true {
      do throws(FFmpegError) {
        switch try decoder.receive(into: box) {
        case .frame: return box
        case .ended: return nil
        case .needsPacket: feed()
        }
      } catch {
        note()
        guard failuresAtEnd < Self.mostFailuresAtEnd else { return nil }
        if !isDraining { feed() }
      }
    }
  }

  /// What failed since the last call.
  func takeFailures() -> [Failure] {
    defer { failures.removeAll() }
    return failures
  }

  /// Goes back to a key picture at or before `ticks`, as far as the demuxer can tell.
  func seek(to ticks: Int64) -> Bool {
    guard demuxer.seek(stream: index, to: ticks) else { return false }
    decoder.flush()
    (isAwaitingKey, isDraining, failuresAtEnd, floor) = (true, false, 0, nil)
    return true
  }

  private func feed() {
    guard nextPacket() else {
      isDraining = true
      try? decoder.send(nil)
      return
    }
    do {
      try decoder.send(packet)
    } catch {
      note()
    }
  }

  private func nextPacket() -> Bool {
    while demuxer.read(into: packet) {
      let isStamped = packet.pointer.pointee.pts != reprise_AV_NOPTS_VALUE
      let isKey = packet.pointer.pointee.flags & AV_PKT_FLAG_KEY != 0 && (isStamped || !needsStampedKey)
      guard isKey || !isAwaitingKey else { continue }
      if isAwaitingKey { floor = packet.stamp }
      if packet.pointer.pointee.flags & AV_PKT_FLAG_CORRUPT != 0 { note() }
      isAwaitingKey = false
      return true
    }
    return false
  }

  private func note() {
    if isDraining { failuresAtEnd += 1 }
    guard failures.count < Self.mostFailures else { return }
    failures.append(Failure(stamp: packet.stamp, duration: packet.pointer.pointee.duration))
  }
}
