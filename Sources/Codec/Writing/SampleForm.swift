import CFFmpeg
import Media

/// How samples lie in libavcodec's memory.
enum SampleForm {
  /// Floating point, channel after channel.
  case planes
  /// Floating point, the channels in turn.
  case turns
  /// The top 24 of 32 bits, the channels in turn.
  case wholeTurns

  var name: AVSampleFormat {
    switch self {
    case .planes: AV_SAMPLE_FMT_FLTP
    case .turns: AV_SAMPLE_FMT_FLT
    case .wholeTurns: AV_SAMPLE_FMT_S32
    }
  }

  /// A sample as 24 bits, to nearest, in the top of 32. What is louder than full scale is held there; what is no number
  /// is silence.
  static func whole(_ sample: Float) -> Int32 {
    let scaled = (Double(sample) * 8_388_608).rounded()
    guard scaled == scaled else { return 0 }
    return Int32(min(max(scaled, -8_388_608), 8_388_607)) << 8
  }
}

extension FrameBox {
  /// A frame for sound.
  ///
  /// - Parameter length: Samples in each channel.
  convenience init(_ layout: ChannelLayout, length: Int64, _ form: SampleForm) throws(FFmpegError) {
    try self.init()
    pointer.pointee.format = form.name.rawValue
    pointer.pointee.sample_rate = Int32(AudioBlock.sampleRate)
    pointer.pointee.nb_samples = Int32(length)
    pointer.pointee.ch_layout = AVChannelLayout(layout)
    try FFmpegError.check(av_frame_get_buffer(pointer, 0), "allocating sound")
  }

  /// Sets samples of a frame of that form and of the block's channels.
  func fill(_ form: SampleForm, at offset: Int, from block: AudioBlock, at start: Int, count: Int) {
    block.samples.withUnsafeBufferPointer { samples in
      for channel in 0..<block.channelCount {
        let first = channel * block.frameCount + start
        let plane = UnsafeBufferPointer(rebasing: samples[first..<first + count])
        if form == .planes {
          setPlane(channel, at: offset, to: plane)
        } else {
          setTurns(of: channel, among: block.channelCount, form, at: offset, to: plane)
        }
      }
    }
  }

  // Both are safe because the frame has room for `offset + samples.count` samples in each channel.

  private func setPlane(_ channel: Int, at offset: Int, to samples: UnsafeBufferPointer<Float>) {
    guard let memory = pointer.pointee.extended_data[channel] else { return }
    UnsafeMutableRawBufferPointer(start: memory + 4 * offset, count: 4 * samples.count)
      .copyMemory(from: UnsafeRawBufferPointer(samples))
  }

  private func setTurns(
    of channel: Int, among channels: Int, _ form: SampleForm, at offset: Int, to samples: UnsafeBufferPointer<Float>
  ) {
    guard let memory = UnsafeMutableRawPointer(pointer.pointee.extended_data[0]) else { return }
    for (index, sample) in samples.enumerated() {
      let bits = form == .turns ? sample.bitPattern : UInt32(bitPattern: SampleForm.whole(sample))
      memory.storeBytes(of: bits, toByteOffset: 4 * (channels * (offset + index) + channel), as: UInt32.self)
    }
  }
}
