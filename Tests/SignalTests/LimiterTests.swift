import Claims
import Foundation
import Media
import Testing

@testable import Signal

private func truePeak(_ sound: AudioBlock) -> Double {
  var meter = TruePeak()
  // Silence after it, so that the last samples are seen too.
  let padded = AudioBlock(channels: sound.channelCount, sound.frameCount + 12) { channel, frame in
    frame < sound.frameCount ? Double(sound.samples[channel * sound.frameCount + frame]) : 0
  }
  return decibels(Double(meter.peaks(of: padded).max() ?? 0))
}

/// EBU Tech 3341, cases 15 to 19: tones whose samples miss their peaks.
private let meterCases: [(period: Double, phase: Double, size: Double, peak: Double)] = [
  (4, 0, 0.5, -6), (4, 45, 0.5, -6), (6, 60, 0.5, -6), (8, 67.5, 0.5, -6), (4, 45, 1.41, 3),
]

@Test(arguments: meterCases)
func aMeterFindsThePeaksBetweenSamples(test: (period: Double, phase: Double, size: Double, peak: Double)) {
  let tone = AudioBlock(2000) { _, frame in
    let fade = min(1, Double(min(frame, 1999 - frame)) / 400)
    return fade * test.size * sin(2 * .pi * Double(frame) / test.period + test.phase * .pi / 180)
  }
  #expect((test.peak - 0.4...test.peak + 0.2).contains(truePeak(tone)))
}

/// Sounds that limiters stumble over.
private struct Nasty: CustomStringConvertible {
  let kind, period, seed, channels: Int
  let level, turn: Double

  init(_ draws: inout Draws) {
    (kind, period, seed, channels) = (draws.int(0...5), draws.int(2...700), draws.int(0...999), draws.int(1...2))
    (level, turn) = (amplitude(draws.real(-6...20)), draws.real(0...6.28))
  }

  var description: String { "kind \(kind), period \(period), seed \(seed), level \(level), turn \(turn)" }

  /// With silence after it, so that all of it comes out.
  var sound: AudioBlock {
    AudioBlock(channels: channels, 2800) { $1 < 2500 ? value($0, $1) : 0 }
  }

  private func value(_ channel: Int, _ frame: Int) -> Double {
    switch kind {
    case 0: level * chance(frame + channel * 9999, seed)
    case 1: level * sin(.pi / 2 * Double(frame) + turn)
    case 2: frame / period % 2 == 0 ? level : -level
    case 3: frame % period == 0 ? level : 0
    case 4: frame % period < period / 2 ? level * sin(Double(frame) * turn) : 0.01
    default: level * chance(frame / 3, seed) * (chance(frame / period, seed) > 0 ? 1 : 0.05)
    }
  }
}

@Test func nothingPassesTheCeiling() throws {
  try always(runs: 60) { draws in
    (Nasty(&draws), draws.real(-40...0), draws.real(0.01...0.2))
  } holds: { nasty, ceiling, release in
    truePeak(Limiter(ceiling: ceiling, release: release).processed(nasty.sound)) < ceiling + 0.1
  }
}

@Test func whatIsBelowTheCeilingStaysAsItIs() {
  let limiter = Limiter(ceiling: -1)
  let sound = AudioBlock.noise(channels: 2, 2000, level: 0.35)
  let limited = limiter.processed(sound)
  for channel in 0..<2 {
    #expect(limited.plane(channel).dropFirst(limiter.latency) == sound.plane(channel).dropLast(limiter.latency))
    #expect(limited.plane(channel).prefix(limiter.latency).allSatisfy { $0 == 0 })
  }
}

@Test func aPeakLowersNothingBeyondItsReach() {
  let sound = AudioBlock(12_000) { $1 == 3000 ? 1 : 0.1 }
  let limiter = Limiter(ceiling: -6, release: 0.01)
  let limited = limiter.processed(sound).samples
  #expect(limited[3000 + limiter.latency] <= 0.5012)
  #expect(limited[2500 + limiter.latency] == 0.1)
  #expect(limited[11_999] == 0.1)
}

@Test func aSlidingMaximumIsTheGreatestOfItsWindow() throws {
  try always(runs: 200) { draws in
    (draws.int(1...20), draws.list(1...100) { Float($0.int(0...30)) })
  } holds: { window, numbers in
    var maximum = SlidingMaximum(window: window)
    return numbers.indices.allSatisfy { index in
      maximum.next(numbers[index]) == numbers[max(0, index - window + 1)...index].max()
    }
  }
}

@Test func aMovingSumIsTheSumOfItsWindow() throws {
  try always(runs: 200) { draws in
    (draws.int(1...20), draws.list(1...100) { $0.int(0...1 << 30) })
  } holds: { window, numbers in
    var sum = MovingSum(window: window)
    return numbers.indices.allSatisfy { index in
      sum.next(numbers[index]) == numbers[max(0, index - window + 1)...index].reduce(0, +)
    }
  }
}
