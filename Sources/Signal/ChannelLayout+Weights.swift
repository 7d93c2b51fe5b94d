package import Media

extension ChannelLayout {
  private static let half: Float = 0.707_106_77  // of the power

  /// What each channel of `layout` (rows) takes of each of the receiver's, by ITU-R BS.775-3, Annex 4.
  ///
  /// Centre and surrounds go to the sides at −3 dB; low frequencies have a loudspeaker of their own or are left out.
  /// Full scale in all channels may become more than full scale.
  package func weights(to layout: ChannelLayout) -> [[Float]] {
    let h = ChannelLayout.half
    return switch (self, layout) {
    case (.mono, .mono): [[1]]
    case (.mono, .stereo): [[h], [h]]
    case (.mono, .surround): [[0], [0], [1], [0], [0], [0]]
    case (.stereo, .mono): [[h, h]]
    case (.stereo, .stereo): [[1, 0], [0, 1]]
    case (.stereo, .surround): [[1, 0], [0, 1], [0, 0], [0, 0], [0, 0], [0, 0]]
    case (.surround, .mono): [[h, h, 1, 0, 0.5, 0.5]]
    case (.surround, .stereo): [[1, 0, h, 0, h, 0], [0, 1, h, 0, 0, h]]
    case (.surround, .surround): (0..<6).map { row in (0..<6).map { $0 == row ? 1 : 0 } }
    }
  }
}

extension AudioBlock {
  /// The same sound for other loudspeakers.
  ///
  /// - Precondition: there is a layout with as many channels as the block has.
  package consuming func converted(to layout: ChannelLayout) -> AudioBlock {
    guard channelCount != layout.channelCount else { return self }
    guard let from = ChannelLayout(channelCount: channelCount) else {
      preconditionFailure("sound has 1, 2 or 6 channels")
    }
    var block = AudioBlock(channelCount: layout.channelCount, frameCount: frameCount)
    for (target, row) in from.weights(to: layout).enumerated() {
      for (source, weight) in row.enumerated() where weight != 0 {
        block.add(self, channel: source, times: weight, to: target)
      }
    }
    return block
  }

  private mutating func add(_ other: AudioBlock, channel: Int, times weight: Float, to target: Int) {
    withPlane(target) { plane in
      other.samples.withUnsafeBufferPointer { samples in
        for index in plane.indices { plane[index] += samples[channel * plane.count + index] * weight }
      }
    }
  }
}
