import Media

/// How channels become rows, and rows channels.
extension Rows {
  /// Each row takes a channel, by turns; low frequencies that have a loudspeaker of their own stay out of the room.
  func fill(from block: AudioBlock, in range: Range<Int>) {
    let channels = block.channelCount == 6 ? [0, 1, 2, 4, 5] : Array(0..<block.channelCount)
    block.samples.withUnsafeBufferPointer { samples in
      for row in 0..<Rows.count {
        let place = channels[row % channels.count] * block.frameCount + range.lowerBound
        _ = self[row].update(fromContentsOf: samples[place..<place + frames])
      }
    }
  }

  /// Adds to a channel its share of each row.
  func add(to plane: UnsafeMutableBufferPointer<Float>, by shares: [Float], times gain: Float = 1) {
    for (row, share) in shares.enumerated() where share != 0 {
      let (samples, weight) = (self[row], share * gain)
      for index in plane.indices { plane[index] += samples[index] * weight }
    }
  }

  /// What each channel hears of each row: all of all, with signs of its own; less apart where the room is narrow.
  ///
  /// Centre and low frequencies hear nothing: the room is around them.
  static func shares(channelCount: Int, width: Double) -> [[Float]] {
    let pairs: [(Int, Int)?] = [(0, 1), (1, 0), nil, nil, (2, 3), (3, 2)]
    let power = (2 / (1 + width * width)).squareRoot() / 2
    let (near, far) = (Float((1 + width) * power), Float((1 - width) * power))
    return pairs.prefix(channelCount).map { pair in
      (0..<count).map { row in pair.map { sign(row, $0.0) * near + sign(row, $0.1) * far } ?? 0 }
    }
  }

  /// Signs as unlike the rows of a Hadamard matrix as can be (O. S. Rothaus, "On 'Bent' Functions", 1976), and as unlike
  /// each other for different listeners: one that were like a row would hear a single line of what was scattered.
  private static func sign(_ row: Int, _ listener: Int) -> Float {
    let bent = (row & row >> 1) ^ (row >> 2 & row >> 3)
    let odd = (bent ^ (row & listener).nonzeroBitCount) & 1
    return odd == 1 ? -1 : 1
  }
}
