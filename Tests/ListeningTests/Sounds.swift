import Chance
import Foundation
import Media

@testable import Listening

/// A recording of samples, the same in some channels.
func recording(_ samples: [Float], channels: Int = 1) -> Recording {
  Recording(frameCount: Int64(samples.count), channelCount: channels) { start, count in
    var block = AudioBlock(channelCount: channels, frameCount: count)
    block.samples = (0..<channels).flatMap { _ in samples[Int(start)..<Int(start) + count] }
    return block
  }
}

/// Bursts of noise that die away within 40 ms, at times in seconds, with loudnesses.
func clicks(_ strokes: [(time: Double, level: Double)], seconds: Double, noise: Double = 0) -> [Float] {
  var chance = SplitMix(11)
  // The noise comes slowly, so that its start is no stroke.
  var sound = (0..<Int(seconds * 48_000)).map { index in
    Float(noise * min(1, Double(index) / 48_000) * Double.random(in: -1...1, using: &chance))
  }
  for stroke in strokes {
    let first = Int((stroke.time * 48_000).rounded(.up))
    for index in min(first, sound.count)..<min(sound.count, first + 1920) {
      let age = Double(index) - stroke.time * 48_000
      sound[index] += Float(stroke.level * exp(-age / 400) * Double.random(in: -1...1, using: &chance))
    }
  }
  return sound
}

/// When beats are struck: evenly, from a start on.
func metronome(_ tempo: Double, seconds: Double, from start: Double = 0.5) -> [Double] {
  Array(stride(from: start, to: seconds - 0.1, by: 60 / tempo))
}

func seconds(_ times: [Time]) -> [Double] { times.map(\.seconds) }

/// How far from each wanted time the nearest of some times lies, at most.
func farthest(_ wanted: [Double], from times: [Double]) -> Double {
  wanted.map { time in times.map { abs($0 - time) }.min() ?? .infinity }.max() ?? 0
}
