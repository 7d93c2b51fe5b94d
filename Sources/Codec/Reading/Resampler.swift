import CFFmpeg
import Media

/// Turns a run of sound into stereo or 5.1 at 48 kHz, in whole numbers inside, so that every processor gives the same
/// samples.
///
/// The two rates meet every `inputPeriod` samples. A run is begun at such a place, with silence in front, so that where an
/// output sample lies between input samples depends on its position alone, not on where reading began.
///
/// Channels: mono goes to both sides unchanged; in stereo, more than two are mixed down with the coefficients of ITU-R
/// BS.775, and the LFE channel is left out; in 5.1, a channel goes where it belongs, and those that 5.1 has not are mixed
/// into their neighbours by the same coefficients. What is mixed is scaled so that full scale in every channel stays
/// full scale.
struct Resampler: ~Copyable {
  private var context: OpaquePointer?
  private let inputPeriod: Int64
  private let outputPeriod: Int64
  private let channelCount: Int
  /// The next sample that comes out, at 48 kHz on the file's clock.
  private var position: Int64 = 0

  /// - Parameters:
  ///   - first: A frame of the run, for its shape.
  ///   - start: Where the run begins, in samples of its own rate on the file's clock.
  ///   - target: Stereo or 5.1.
  init(for first: FrameBox, at start: Int64, to target: ChannelLayout) throws(FFmpegError) {
    channelCount = target.channelCount
    let rate = Int64(first.pointer.pointee.sample_rate)
    let common = Self.commonDivisor(rate, AudioBlock.sampleRate)
    (inputPeriod, outputPeriod) = (rate / common, AudioBlock.sampleRate / common)
    context = try Self.make(first, target)
    let periods = start.scaled(by: 1, over: inputPeriod, rounding: .down)
    position = periods * outputPeriod
    let silence = Int32(start - periods * inputPeriod)
    if silence > 0 { try FFmpegError.check(swr_inject_silence(context, silence), "resampling") }
  }

  deinit {
    var context = context
    swr_free(&context)
  }

  private static func make(_ first: FrameBox, _ target: ChannelLayout) throws(FFmpegError) -> OpaquePointer {
    let frame = first.pointer
    var wanted = AVChannelLayout(target)
    var layout = AVChannelLayout()
    try named(frame, &layout)
    defer { av_channel_layout_uninit(&layout) }
    var made: OpaquePointer?
    let result = swr_alloc_set_opts2(
      &made, &wanted, AV_SAMPLE_FMT_FLTP, Int32(AudioBlock.sampleRate), &layout,
      AVSampleFormat(frame.pointee.format), frame.pointee.sample_rate, 0, nil)
    guard result >= 0, let context = made else { throw FFmpegError("preparing the resampler", code: result) }
    let object = UnsafeMutableRawPointer(context)
    av_opt_set_sample_fmt(object, "internal_sample_fmt", AV_SAMPLE_FMT_S32P, 0)
    let count = Int(layout.nb_channels)
    // What goes to the sides, row after row, and nothing to the channels behind them.
    let rest = [Double](repeating: 0, count: count * (target.channelCount - 2))
    if count == 1 { swr_set_matrix(context, [1, 1] + rest, 1) }
    if layout.order == AV_CHANNEL_ORDER_UNSPEC { swr_set_matrix(context, alternating(count) + rest, Int32(count)) }
    let started = swr_init(context)
    guard started >= 0 else {
      swr_free(&made)
      throw FFmpegError("preparing the resampler", code: started)
    }
    return context
  }

  /// Every other channel to each side, for channels that nobody has named.
  private static func alternating(_ count: Int) -> [Double] {
    let share = 2 / Double(count + 1)
    return (0..<2 * count).map { $0 % count % 2 == $0 / count ? share : 0 }
  }

  /// The frame's channels by name. Where it names none, the usual names for their number.
  private static func named(_ frame: UnsafeMutablePointer<AVFrame>, _ layout: inout AVChannelLayout) throws(FFmpegError)
  {
    if frame.pointee.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC {
      av_channel_layout_default(&layout, frame.pointee.ch_layout.nb_channels)
    } else {
      try FFmpegError.check(av_channel_layout_copy(&layout, &frame.pointee.ch_layout), "preparing the resampler")
    }
  }

  private static func commonDivisor(_ a: Int64, _ b: Int64) -> Int64 {
    b == 0 ? a : commonDivisor(b, a % b)
  }

  /// Takes a frame, and hands what is ready to `body`: the channels, and where their first sample lies.
  mutating func convert(_ box: FrameBox?, _ body: (_ planes: Planes, _ at: Int64) -> Void) throws(FFmpegError) {
    let count = box?.pointer.pointee.nb_samples ?? 0
    let room = Int(max(0, swr_get_out_samples(context, count))) + 64
    var samples = [Float](repeating: 0, count: channelCount * room)
    let made = samples.withUnsafeMutableBytes { bytes -> Int32 in
      guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return 0 }
      var planes = (0..<channelCount).map { Optional(base + $0 * room * MemoryLayout<Float>.stride) }
      let input = box.map {
        UnsafeMutableRawPointer($0.pointer.pointee.extended_data).assumingMemoryBound(to: UnsafePointer<UInt8>?.self)
      }
      return swr_convert(context, &planes, Int32(room), input, count)
    }
    let ready = Int(try FFmpegError.check(made, "resampling"))
    samples.withUnsafeBufferPointer { body(Planes(samples: $0, room: room, count: ready), position) }
    position += Int64(ready)
  }

  /// Channels of resampled sound: `count` samples each.
  struct Planes {
    fileprivate let samples: UnsafeBufferPointer<Float>
    /// From the beginning of a channel to that of the next.
    fileprivate let room: Int
    let count: Int

    subscript(channel: Int) -> UnsafeBufferPointer<Float> {
      UnsafeBufferPointer(rebasing: samples[channel * room..<channel * room + count])
    }
  }
}
