import CFFmpeg
import Media

/// Frames that follow one another without a gap, and where the first begins.
///
/// Stamps are rounded to the container's clock, often to milliseconds, so only the count of samples says where a frame
/// begins inside a run; where the run begins is told by all its stamps together. Frames of one size tile time from the
/// first of the file, so a beginning that is within a tick of a tile's edge is on that edge. Hence a run that is entered
/// in the middle lies to the sample where it lies when it is read from the start.
struct SoundRun {
  private(set) var frames: [SoundFrame] = []
  private var offsets: [Int64] = []
  private(set) var count: Int64 = 0

  /// Stamps may be off by this part of a second before they mean a gap or an overlap.
  private static let jitter: Int64 = 70

  /// Frames parted into runs: at gaps, at overlaps, and after what could not be decoded.
  static func runs(_ frames: [SoundFrame], sampleRate: Int) -> [SoundRun] {
    var runs: [SoundRun] = []
    for frame in frames {
      if runs.last?.continues(with: frame, tolerance: Int64(sampleRate) / jitter) != true { runs.append(SoundRun()) }
      runs[runs.count - 1].append(frame)
    }
    return runs
  }

  private func continues(with frame: SoundFrame, tolerance: Int64) -> Bool {
    guard let first = frames.first, !frame.followsLoss, first.hasShape(of: frame) else { return false }
    guard let stamp = frame.stamp, let begin = first.stamp else { return true }
    return abs(stamp - begin - count) <= tolerance
  }

  private mutating func append(_ frame: SoundFrame) {
    frames.append(frame)
    offsets.append(count)
    count += frame.count
  }

  /// Where the run begins, in samples of the stream on the file's clock.
  func start(on track: SoundTrack) -> Int64 {
    let votes = zip(frames, offsets).compactMap { frame, offset in frame.stamp.map { $0 - offset } }.sorted()
    guard let first = frames.first, let median = votes.dropFirst(votes.count / 2).first else {
      return track.firstSample
    }
    // The end of the first frame, because its beginning may be cut off.
    let rest = track.distanceToGrid(median + first.count)
    return abs(rest) <= track.roundingError ? median + rest : median
  }
}

extension SoundFrame {
  /// Whether one resampler can take both.
  fileprivate func hasShape(of other: SoundFrame) -> Bool {
    let (a, b) = (box.pointer.pointee, other.box.pointer.pointee)
    return a.sample_rate == b.sample_rate && a.format == b.format && a.ch_layout.nb_channels == b.ch_layout.nb_channels
  }
}
