import Graph
import Media

extension AudioBlock {
  /// With another block's samples added from a place on.
  consuming func adding(_ other: AudioBlock, at offset: Int) -> AudioBlock {
    let count = min(other.frameCount, frameCount - offset)
    guard count > 0 else { return self }
    samples.withUnsafeMutableBufferPointer { sums in
      other.samples.withUnsafeBufferPointer { added in
        for channel in 0..<channelCount {
          let (to, from) = (channel * frameCount + offset, channel * other.frameCount)
          for index in 0..<count { sums[to + index] += added[from + index] }
        }
      }
    }
    return self
  }

  /// With silence before and after, `count` samples long.
  func padded(by offset: Int, to count: Int) -> AudioBlock {
    AudioBlock(channelCount: channelCount, frameCount: count).adding(self, at: offset)
  }

  /// The mean of both sides.
  var inMono: AudioBlock {
    var block = AudioBlock(channelCount: 1, frameCount: frameCount)
    for index in 0..<frameCount { block.samples[index] = (samples[index] + samples[frameCount + index]) / 2 }
    return block
  }

  /// Some of its samples.
  func part(_ range: Range<Int>) -> AudioBlock {
    var part = AudioBlock(channelCount: channelCount, frameCount: range.count)
    for channel in 0..<channelCount {
      let (to, from) = (channel * range.count, channel * frameCount + range.lowerBound)
      for index in 0..<range.count { part.samples[to + index] = samples[from + index] }
    }
    return part
  }

  func followed(by other: AudioBlock) -> AudioBlock {
    padded(by: 0, to: frameCount + other.frameCount).adding(other, at: frameCount)
  }

  /// Backwards.
  consuming func reversed() -> AudioBlock {
    for channel in 0..<channelCount {
      samples[channel * frameCount..<(channel + 1) * frameCount].reverse()
    }
    return self
  }

  /// Times a curve of the clip's own clock; the block begins at `time`.
  consuming func multiplied(by curve: Curve, from time: Time) -> AudioBlock {
    if curve.isConstant {
      let gain = Float(curve.value(at: time))
      if gain != 1 { for index in samples.indices { samples[index] *= gain } }
      return self
    }
    return multiplied(from: time) { curve.value(at: $0) }
  }

  /// Times a gain that moves. It is asked for every 64 samples of the clip's clock, wherever a block begins, with
  /// straight lines between: 1.3 ms, far below what an ear resolves in a fade.
  consuming func multiplied(from time: Time, _ gain: (Time) -> Double) -> AudioBlock {
    let grid: Int64 = 64
    let first = time.ticks(rate: AudioBlock.sampleRate)
    var index = 0
    while index < frameCount {
      let position = first + Int64(index)
      let knot = Int64.scaledDown(position, by: grid)
      let (low, high) = (
        gain(Time(ticks: knot, rate: AudioBlock.sampleRate)),
        gain(Time(ticks: knot + grid, rate: AudioBlock.sampleRate))
      )
      let end = min(frameCount, index + Int(knot + grid - position))
      for sample in index..<end {
        let progress = Double(first + Int64(sample) - knot) / Double(grid)
        let factor = Float(low + (high - low) * progress)
        for channel in 0..<channelCount { samples[channel * frameCount + sample] *= factor }
      }
      index = end
    }
    return self
  }
}

extension Int64 {
  /// The multiple of `step` at or below a number.
  fileprivate static func scaledDown(_ number: Int64, by step: Int64) -> Int64 {
    number - ((number % step) + step) % step
  }
}
