import Media

extension AudioBlock {
  static let rate = Double(sampleRate)

  /// A channel's samples, to be changed in place.
  mutating func withPlane<Result>(
    _ channel: Int, _ change: (UnsafeMutableBufferPointer<Float>) throws -> Result
  ) rethrows -> Result {
    let range = channel * frameCount..<(channel + 1) * frameCount
    return try samples.withUnsafeMutableBufferPointer { try change(UnsafeMutableBufferPointer(rebasing: $0[range])) }
  }

  /// Puts silence in the place of what is no sample.
  mutating func settle() {
    samples.withUnsafeMutableBufferPointer { samples in
      for index in samples.indices { samples[index] = samples[index].settled }
    }
  }

  /// The greatest magnitude among the channels, for each sample.
  func peaks() -> [Float] {
    var peaks = [Float](repeating: 0, count: frameCount)
    peaks.withUnsafeMutableBufferPointer { peaks in
      samples.withUnsafeBufferPointer { samples in
        for channel in 0..<channelCount {
          for index in peaks.indices { peaks[index] = max(peaks[index], abs(samples[channel * frameCount + index])) }
        }
      }
    }
    return peaks
  }

  /// Times a gain for each sample, the same in all channels.
  mutating func multiply(by gains: [Float]) {
    gains.withUnsafeBufferPointer { gains in
      for channel in 0..<channelCount {
        withPlane(channel) { plane in
          for index in plane.indices { plane[index] *= gains[index] }
        }
      }
    }
  }

  /// With further channels of silence, or without the last ones.
  func with(channelCount count: Int) -> AudioBlock {
    guard count != channelCount else { return self }
    var block = AudioBlock(channelCount: count, frameCount: frameCount)
    let kept = min(count, channelCount) * frameCount
    block.samples.replaceSubrange(0..<kept, with: samples[0..<kept])
    return block
  }
}
