import Claims
import Foundation
import Media
import Testing

@testable import Signal

/// The gain over time, in decibels, under a key.
private func gains(_ ducker: Ducker, under key: AudioBlock) -> [Double] {
  var (ducker, sound) = (ducker, AudioBlock(channels: 2, key.frameCount) { _, _ in 1 })
  ducker.process(&sound, under: key)
  return sound.plane(1).map { decibels(Double($0)) }
}

/// A tone of 300 Hz for a part of the time.
private func key(_ frames: Int, from start: Int, to end: Int, level: Double = 0.3) -> AudioBlock {
  AudioBlock(frames) { start..<end ~= $1 ? level * sin(Double($1) * 2 * .pi * 300 / 48_000) : 0 }
}

@Test func aKeyLowersWhatLiesUnderIt() {
  let ducker = Ducker(by: 12, threshold: -40, attack: 0.01, release: 0.1, hold: 0.05)
  let gains = gains(ducker, under: key(24_000, from: 4800, to: 12_000))
  #expect(gains[4700] == 0)
  #expect(abs(gains[4800 + 480] + 12 * (1 - exp(-1))) < 0.4)
  #expect(abs(gains[12_000] + 12) < 0.01)
  #expect(abs(gains[12_000 + 2350] + 12) < 0.01)
  // Half of the release later, and behind by the attack.
  #expect(abs(gains[12_000 + 2400 + 2400] + 6 + 1.2) < 0.3)
  #expect(gains[23_999] > -0.001)
}

@Test func aKeyBelowTheThresholdDoesNothing() {
  #expect(gains(Ducker(threshold: -20), under: key(5000, from: 0, to: 5000, level: 0.05)).allSatisfy { $0 == 0 })
  #expect(gains(Ducker(threshold: -20), under: AudioBlock(frameCount: 0)).isEmpty)
}

@Test func gainsNeverJump() throws {
  try always(runs: 30) { draws in
    (draws.real(0...60), draws.real(0.005...0.1), draws.real(0.05...0.3), draws.int(0...99), draws.int(1...2000))
  } holds: { depth, attack, release, seed, period in
    let key = AudioBlock(6000) { chance($1 / period, seed) > 0 ? chance($1, seed) : 0 }
    let gains = gains(Ducker(by: depth, attack: attack, release: release), under: key)
    let steepest = zip(gains, gains.dropFirst()).map { abs($1 - $0) }.max() ?? 0
    return steepest <= max(depth / (attack * 48_000), depth / (release * 48_000)) * 1.01 + 1e-4
  }
}

@Test func aDuckerForgets() throws {
  try always(runs: 20) { draws in
    (draws.real(0...60), draws.real(0.001...0.01), draws.real(0.01...0.1), draws.real(0.02...0.1), draws.int(0...99))
  } holds: { depth, attack, release, hold, seed in
    let ducker = Ducker(by: depth, threshold: -20, attack: attack, release: release, hold: hold)
    let (past, after) = (500, 200)
    let length = past + ducker.memory + after
    let key = AudioBlock(length) { $1 < past ? 1 : 0.12 * chance($1, seed) }
    let all = gains(ducker, under: key).suffix(after)
    let late = gains(ducker, under: key.slice(past..<length)).suffix(after)
    return zip(all, late).allSatisfy { abs(amplitude($0) - amplitude($1)) < 1e-6 }
  }
}

@Test func keysInPiecesDuckToTheSameBits() throws {
  try always(runs: 20) { draws in
    (draws.partition(of: 1500, longest: 600), draws.int(0...99))
  } holds: { pieces, seed in
    var (ducker, sound, start) = (Ducker(threshold: -6, attack: 0.002), [Float](), 0)
    let key = AudioBlock.noise(channels: 2, 1500, seed: seed)
    for count in pieces {
      var piece = AudioBlock.noise(1500, seed: 7).slice(start..<start + count)
      ducker.process(&piece, under: key.slice(start..<start + count))
      sound += piece.samples
      start += count
    }
    var (fresh, whole) = (Ducker(threshold: -6, attack: 0.002), AudioBlock.noise(1500, seed: 7))
    fresh.process(&whole, under: key)
    return sound == whole.samples
  }
}
