import Foundation
import Media

@testable import Loudness

/// A stretch of a sine of 1 kHz, with a peak level for each channel in decibels below full scale; nil is silence.
struct Stretch {
  let seconds: Double
  let levels: [Double?]

  init(_ seconds: Double, _ level: Double?, channels: Int = 2) {
    self.init(seconds, Array(repeating: level, count: channels))
  }

  init(_ seconds: Double, _ levels: [Double?]) {
    (self.seconds, self.levels) = (seconds, levels)
  }

  /// 48 samples are one period.
  var block: AudioBlock {
    let count = Int((seconds * 48_000).rounded())
    var block = AudioBlock(channelCount: levels.count, frameCount: 0)
    for level in levels {
      let amplitude = level.map { pow(10, $0 / 20) } ?? 0
      let period = (0..<48).map { Float(amplitude * sin(2 * .pi * Double($0) / 48)) }
      block.samples += (0..<count / 48 + 1).reduce(into: []) { plane, _ in plane += period }.prefix(count)
    }
    return AudioBlock(planes: block.samples, channelCount: levels.count)
  }
}

extension AudioBlock {
  init(planes samples: [Float], channelCount: Int) {
    self.init(channelCount: channelCount, frameCount: samples.count / channelCount)
    self.samples = samples
  }

  /// The same in each of some channels.
  init(_ samples: [Float], channels: Int = 2) {
    self.init(planes: (0..<channels).flatMap { _ in samples }, channelCount: channels)
  }
}

func measure(_ blocks: [AudioBlock]) throws -> Loudness {
  let meter = try LoudnessMeter(channelCount: blocks[0].channelCount)
  for block in blocks { try meter.add(block) }
  return try meter.measured()
}

func measure(_ stretches: [Stretch]) throws -> Loudness { try measure(stretches.map(\.block)) }

func near(_ value: Double?, _ wanted: Double, within tolerance: Double = 0.1) -> Bool {
  value.map { abs($0 - wanted) <= tolerance + 1e-9 } ?? false
}
