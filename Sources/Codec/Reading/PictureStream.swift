import CFFmpeg
import Media

/// The pictures of a file in the order of showing, each with its time on the file's clock.
///
/// After a seek, the first picture is never later than what was asked for, whatever the file's index says of itself:
/// that is checked on the picture that comes out, and if it fails, an earlier place is tried, in the end the beginning.
/// Pictures that lean on what was not read are left out, so that what comes is what reading from the start gives.
final class PictureStream {
  let track: PictureTrack
  private let input: InputFile
  private var frames: FrameStream
  /// A picture that was read to see where a seek had come out.
  private var pending: Picture?
  private var last: Time?
  /// When the last picture should end.
  private var lastEnd: Time?
  private(set) var lost = LostRanges()

  init(_ input: InputFile, _ track: PictureTrack) throws(CodecError) {
    (self.input, self.track) = (input, track)
    frames = try Self.open(input, track)
  }

  private static func open(_ input: InputFile, _ track: PictureTrack) throws(CodecError) -> FrameStream {
    let demuxer = try Demuxer(input, isKnown: true)
    do throws(FFmpegError) {
      guard let stream = demuxer.stream(track.index) else {
        throw FFmpegError("opening", code: FFmpegError.invalidData)
      }
      let decoder = try Decoder(stream, name: track.decoder, mostPixels: demuxer.mostPixels)
      return try FrameStream(demuxer, stream: track.index, decoder: decoder, needsStampedKey: track.sharesStamps)
    } catch {
      throw CodecError(.failed, input.path, "its pictures cannot be read", cause: error)
    }
  }

  /// The next picture, always later than the one before; nil at the end.
  func next() throws(CodecError) -> Picture? {
    if let pending {
      self.pending = nil
      return pending
    }
    while let box = try nextFrame() {
      noteFailures()
      if let picture = accepted(box) { return picture }
    }
    noteFailures()
    return nil
  }

  private func nextFrame() throws(CodecError) -> FrameBox? {
    do {
      return try frames.next()
    } catch {
      throw CodecError(.failed, input.path, "its pictures cannot be read", cause: error)
    }
  }

  private func accepted(_ box: FrameBox) -> Picture? {
    let frame = box.pointer.pointee
    let length = track.clock.duration(ofTicks: frame.pkt_duration) ?? track.clock.usualDuration
    let next = last.map { min($0 + length, .limit) } ?? track.clock.start
    let time = track.clock.time(of: frame.best_effort_timestamp) ?? next
    if let floor = frames.floor.flatMap(track.clock.time(of:)), time < floor { return nil }
    if let last, time <= last { return nil }
    noteHole(before: time)
    (last, lastEnd) = (time, time + length)
    let isCorrupt = frame.flags & AV_FRAME_FLAG_CORRUPT != 0
    if isCorrupt || frame.decode_error_flags != 0 { lost.insert(TimeRange(start: time, duration: length)) }
    return isCorrupt ? nil : Picture(time: time, box: box)
  }

  /// Pictures of a steady stream that never came: the packets were damaged beyond recognition.
  private func noteHole(before time: Time) {
    guard track.isSteady, let lastEnd, time - lastEnd > track.clock.usualDuration * 3 else { return }
    lost.insert(TimeRange(lastEnd, time))
  }

  private func noteFailures() {
    for failure in frames.takeFailures() {
      let start = track.clock.time(of: failure.stamp) ?? last ?? track.clock.start
      let length = track.clock.duration(ofTicks: failure.duration) ?? track.clock.usualDuration
      lost.insert(TimeRange(start: start, duration: length))
    }
  }

  // MARK: Going elsewhere

  /// Goes to where the next picture is the one on show at `target`, or one before it.
  ///
  /// - Returns: Whether the next picture is the first of the file.
  func seek(toShow target: Time) throws(CodecError) -> Bool {
    var goal = max(target, track.clock.start)
    var step = Time(ticks: 1, rate: 1)
    while !track.restarts, goal >= track.clock.start {
      let first = try firstPicture(from: goal)
      if let first, first.time <= max(target, track.clock.start) {
        pending = first
        return target <= track.clock.start
      }
      goal = (goal == track.clock.start) ? goal - step : max(min(goal, first?.time ?? goal) - step, track.clock.start)
      step = step * 4
    }
    (pending, last, lastEnd) = (nil, nil, nil)
    frames = try Self.open(input, track)
    return true
  }

  private func firstPicture(from goal: Time) throws(CodecError) -> Picture? {
    (pending, last, lastEnd) = (nil, nil, nil)
    return frames.seek(to: track.clock.stamp(at: goal)) ? try next() : nil
  }

  /// Whether the file's index knows a place to begin between two times.
  func hasKey(after earlier: Time, upTo later: Time) -> Bool {
    guard let stream = frames.demuxer.stream(track.index) else { return false }
    let stamp = track.clock.stamp(at: later)
    guard let entry = avformat_index_get_entry_from_timestamp(stream, stamp, AVSEEK_FLAG_BACKWARD) else { return false }
    return entry.pointee.timestamp > track.clock.stamp(at: earlier)
  }
}
