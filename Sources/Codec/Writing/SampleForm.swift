import CFFmpeg
import Media

/// How samples of stereo sound lie in libavcodec's memory.
enum SampleForm {
  /// Floating point, channel after channel.
  case planes
  /// Floating point, left and right in turn.
  case pairs
  /// The top 24 of 32 bits, left and right in turn.
  case wholePairs

  var name: AVSampleFormat {
    switch self {
    case .planes: AV_SAMPLE_FMT_FLTP
    case .pairs: AV_SAMPLE_FMT_FLT
    case .wholePairs: AV_SAMPLE_FMT_S32
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
  /// A frame for stereo sound.
  convenience init(stereo length: Int64, _ form: SampleForm) throws(FFmpegError) {
    try self.init()
    pointer.pointee.format = form.name.rawValue
    pointer.pointee.sample_rate = Int32(AudioBlock.sampleRate)
    pointer.pointee.nb_samples = Int32(length)
    av_channel_layout_default(&pointer.pointee.ch_layout, 2)
    try FFmpegError.check(av_frame_get_buffer(pointer, 0), "allocating sound")
  }

  /// Sets samples of a frame of that form.
  func fill(_ form: SampleForm, at offset: Int, from block: AudioBlock, at start: Int, count: Int) {
    guard form != .planes else { return fill(at: offset, from: block, at: start, count: count) }
    guard let memory = pointer.pointee.data.0 else { return }
    for channel in 0..<2 {
      for index in 0..<count {
        let sample = block.samples[channel * block.frameCount + start + index]
        let place = UnsafeMutableRawPointer(memory) + 4 * (2 * (offset + index) + channel)
        if form == .pairs {
          place.storeBytes(of: sample, as: Float.self)
        } else {
          place.storeBytes(of: SampleForm.whole(sample), as: Int32.self)
        }
      }
    }
  }

  private func fill(at offset: Int, from block: AudioBlock, at start: Int, count: Int) {
    block.samples.withUnsafeBytes { samples in
      let planes = [pointer.pointee.data.0, pointer.pointee.data.1]
      for (channel, plane) in planes.enumerated() {
        let first = 4 * (channel * block.frameCount + start)
        let from = UnsafeRawBufferPointer(rebasing: samples[first..<(first + 4 * count)])
        UnsafeMutableRawBufferPointer(start: plane.map { $0 + 4 * offset }, count: 4 * count).copyMemory(from: from)
      }
    }
  }
}
