import Claims
import Foundation
import Media
import Testing

@testable import Signal

@Test func blocksOfAnyLengthGiveTheSameBits() throws {
  try always(runs: 60) { draws in
    (anyProcessor(&draws), draws.one(of: [1, 2, 6]), draws.partition(of: 700, longest: 300), draws.int(0...99))
  } holds: { processor, channels, pieces, seed in
    let sound = AudioBlock.noise(channels: channels, 700, seed: seed)
    let whole = processor.processed(sound)
    return processor.processed(sound, in: pieces) == (0..<whole.channelCount).map(whole.plane)
  }
}

@Test func whatLiesBeforeTheMemoryIsForgotten() throws {
  try always(runs: 25) { draws in
    (anyProcessor(&draws), draws.int(0...2), draws.int(0...99))
  } holds: { processor, kind, seed in
    let (past, after) = (2000, 400)
    let length = past + processor.memory + after
    let sound = AudioBlock(channels: 1, length) { _, frame in
      guard frame < past else { return 0.9 * chance(frame, seed) }
      return [chance(frame, seed + 1), 1, sin(Double(frame) * 0.01)][kind]
    }
    let all = processor.processed(sound)
    let late = processor.processed(sound.slice(past..<length))
    return (0..<all.channelCount).allSatisfy { channel in
      zip(all.plane(channel).suffix(after), late.plane(channel).suffix(after)).allSatisfy {
        abs($0 - $1) < 1e-6 + 2e-7 * abs($0)
      }
    }
  }
}

@Test func nothingIsRememberedForMoreThanHalfAMinute() throws {
  try always(runs: 300) { draws in
    let biquad = try? Biquad(
      anyShape(&draws), frequency: pow(10, draws.real(1...4.301)), quality: pow(10, draws.real(-1...1.477)))
    let echo = try? Echo(
      seconds: draws.real(0.001...5), feedback: draws.real(0...0.95), lowpass: draws.real(200...20_000))
    let processors: [(any SoundProcessor)?] = [
      biquad, echo,
      Compressor(
        threshold: draws.real(-80...0), ratio: draws.real(1...100), attack: draws.real(0.0001...1),
        release: draws.real(0.01...1), makeup: draws.real(-20...40)),
      Limiter(ceiling: draws.real(-40...0), release: draws.real(0.01...2)),
    ]
    return processors.compactMap { $0?.memory }
  } holds: {
    $0.allSatisfy { (1...longestMemory).contains($0) }
  }
  // At the ends of the ranges it is not held to the bound, it lies below.
  #expect(Compressor(threshold: -80, ratio: 100, attack: 1, release: 1, makeup: 40).memory < longestMemory)
  #expect(Limiter(release: 2).memory < longestMemory)
  #expect(Reverb(seconds: 10, damping: 1, preDelay: 0.2).memory < longestMemory)
  #expect(Ducker(by: 60, attack: 1, release: 5, hold: 2).memory < longestMemory)
}

@Test func whatIsNoSampleCountsAsSilence() throws {
  try always(runs: 60) { draws in
    (anyProcessor(&draws), draws.one(of: [Float.nan, .infinity, -.infinity, 1e30, .signalingNaN]), draws.int(0...99))
  } holds: { processor, trouble, place in
    var (sound, silent) = (AudioBlock.noise(channels: 2, 300), AudioBlock.noise(channels: 2, 300))
    (sound.samples[place], silent.samples[place]) = (trouble, 0)
    return processor.processed(sound).samples == processor.processed(silent).samples
  }
}

@Test func emptyBlocksChangeNothing() throws {
  try always(runs: 30) {
    anyProcessor(&$0)
  } holds: { processor in
    let sound = AudioBlock.noise(channels: 2, 200)
    return processor.processed(sound, in: [0, 150, 0, 50, 0]) == (0..<2).map(processor.processed(sound).plane)
  }
}

@Test func decibelsAreThoseOfTheTenthLogarithm() throws {
  try always(runs: 1000) {
    $0.real(-190...60)
  } holds: { level in
    abs(Decibels.level(amplitude(level)) - level) < 1e-8
      && abs(Decibels.amplitude(level) / amplitude(level) - 1) < 1e-8
  }
  #expect(Decibels.level(0) == -200)
  #expect(Decibels.amplitude(0) == 1)
}
