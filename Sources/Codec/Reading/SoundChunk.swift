import CFFmpeg
import Media

/// Five seconds of sound, at a fixed place.
///
/// A chunk is made from the packets around it by a decoder and a resampler that begin afresh, so its samples depend on the
/// file alone: not on what was read before, and not on where reading began. That costs a tenth more decoding, and buys
/// that a segment drawn on its own sounds as it does inside the whole.
struct SoundChunk {
  /// Samples in each chunk.
  static let length: Int64 = 5 * AudioBlock.sampleRate
  /// Read before it, so that decoders that lean on the past (overlap, bit reservoirs, predictions) have settled.
  private static let preroll = Time(ticks: 1, rate: 2)
  /// Read after it, for the resampler's reach into the future.
  private static let postroll = Time(ticks: 1, rate: 10)

  /// Holes shorter than this are only stamps that jitter.
  private static let jitter = Time(ticks: 1, rate: 70)

  let index: Int64
  private let layout: ChannelLayout
  private(set) var block: AudioBlock
  /// What could not be decoded.
  private(set) var lost: [TimeRange] = []

  /// Silence, outside the recording.
  init(index: Int64, in layout: ChannelLayout) {
    (self.index, self.layout) = (index, layout)
    block = AudioBlock(channelCount: layout.channelCount, frameCount: Int(Self.length))
  }

  init(
    index: Int64, in layout: ChannelLayout, from source: SoundPackets, _ track: SoundTrack, place: String
  ) throws(CodecError) {
    self.init(index: index, in: layout)
    let packets = try source.packets(in: TimeRange(range.start - Self.preroll, range.end + Self.postroll))
    guard let stream = source.stream else { return }
    do throws(FFmpegError) {
      var decoder = try SoundDecoder(stream, track)
      let runs = SoundRun.runs(try decoder.decode(packets), sampleRate: track.sampleRate)
      // A run whose shape the resampler will not take leaves a hole.
      let covered = runs.compactMap { try? add($0, track) }
      let holes = Self.holes(between: covered, in: range, from: track.start, hasMore: !source.isAtEnd)
      lost = (decoder.lost + holes).compactMap { $0.intersection(range) }
    } catch {
      throw CodecError(.failed, place, "its sound cannot be read", cause: error)
    }
  }

  /// Copies a stretch of the chunk to a place in a block of as many channels.
  func copy(_ range: Range<Int>, into target: inout AudioBlock, at place: Int) {
    for channel in 0..<block.channelCount {
      let from = channel * block.frameCount + range.lowerBound
      let to = channel * target.frameCount + place
      target.samples.replaceSubrange(to..<to + range.count, with: block.samples[from..<from + range.count])
    }
  }

  /// Where it lies on the file's clock.
  private var range: TimeRange {
    let start = Time(ticks: index * Self.length, rate: AudioBlock.sampleRate)
    return TimeRange(start: start, duration: Time(ticks: Self.length, rate: AudioBlock.sampleRate))
  }

  /// Stretches inside the recording without sound, longer than what stamps may jitter.
  private static func holes(
    between covered: [TimeRange], in range: TimeRange, from start: Time, hasMore: Bool
  ) -> [TimeRange] {
    var reached = max(start, range.start)
    var holes: [TimeRange] = []
    for part in covered {
      if part.start - reached > jitter { holes.append(TimeRange(reached, part.start)) }
      reached = max(reached, part.end)
    }
    if hasMore, range.end > reached { holes.append(TimeRange(reached, range.end)) }
    return holes
  }

  /// Resamples a run into the block.
  ///
  /// - Returns: When it sounds.
  private mutating func add(_ run: SoundRun, _ track: SoundTrack) throws(FFmpegError) -> TimeRange {
    guard let first = run.frames.first?.box else { return TimeRange(.zero, .zero) }
    let rate = Int64(first.pointer.pointee.sample_rate)
    let start = run.start(on: track).scaled(by: rate, over: Int64(track.sampleRate), rounding: .down)
    let ends = (start, start + run.count)
    let begin = ends.0.scaled(by: AudioBlock.sampleRate, over: rate, rounding: .up)
    let end = ends.1.scaled(by: AudioBlock.sampleRate, over: rate, rounding: .up)
    var resampler = try Resampler(for: first, at: start, to: layout)
    for frame in run.frames.map({ Optional($0.box) }) + [nil] {
      try resampler.convert(frame) { planes, position in
        place(planes, at: position, within: begin..<max(begin, end))
      }
    }
    return TimeRange(start: Time(ticks: start, rate: rate), duration: Time(ticks: run.count, rate: rate))
  }

  /// Copies what falls both into the run and into the chunk. Of overlapping runs the later one counts.
  private mutating func place(_ planes: Resampler.Planes, at position: Int64, within run: Range<Int64>) {
    let origin = index * Self.length
    let low = max(position, run.lowerBound, origin)
    let high = min(position + Int64(planes.count), run.upperBound, origin + Self.length)
    guard low < high else { return }
    let (from, to, count) = (Int(low - position), Int(low - origin), Int(high - low))
    for channel in 0..<block.channelCount {
      let target = channel * block.frameCount + to
      block.samples.replaceSubrange(target..<target + count, with: planes[channel][from..<from + count])
    }
  }
}
