import Media

extension AudioBlock {
  /// Takes over samples of another block.
  mutating func copy(_ other: AudioBlock, from start: Int, count: Int, at place: Int) {
    for channel in 0..<channelCount {
      let (to, from) = (channel * frameCount + place, channel * other.frameCount + start)
      for index in 0..<count { samples[to + index] = other.samples[from + index] }
    }
  }
}
