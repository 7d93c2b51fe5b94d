import Claims
import Foundation
import Media
import Testing

@testable import Signal

/// The output level that the paper's equation 4 gives.
private func wanted(_ x: Double, _ t: Double, _ r: Double, _ w: Double) -> Double {
  if 2 * (x - t) < -w { return x }
  if 2 * (x - t) > w { return t + (x - t) / r }
  return w > 0 ? x + (1 / r - 1) * pow(x - t + w / 2, 2) / (2 * w) : x
}

@Test func aSteadyLevelComesOutAsTheStaticCurveSays() throws {
  try always(runs: 60) { draws in
    (x: draws.real(-70...0), t: draws.real(-60...0), r: draws.real(1...100), w: draws.real(0...40))
  } holds: { x, t, r, w in
    let compressor = Compressor(threshold: t, ratio: r, knee: w, attack: 0.0005, release: 0.01, makeup: 3)
    // Turns sign, and keeps its level.
    let sound = compressor.processed(AudioBlock(1000) { $1 % 7 < 3 ? amplitude(x) : -amplitude(x) })
    return abs(decibels(Double(sound.samples[999])) - wanted(x, t, r, w) - 3) < 0.001
  }
}

/// The reduction over time, in decibels, of a level that begins and ends.
private func reductions(_ compressor: Compressor, loud: Int, quiet: Int) -> [Double] {
  let level = amplitude(-60)
  let sound = AudioBlock(loud + quiet) { $1 < loud ? 1 : level }
  return zip(compressor.processed(sound).samples, sound.samples).map { decibels(Double($1)) - decibels(Double($0)) }
}

@Test func anAttackNearsTheCurveWithItsTimeConstant() {
  let reductions = reductions(
    Compressor(threshold: -20, ratio: 2, knee: 0, attack: 0.01, release: 0.2), loud: 4800, quiet: 0)
  for frame in [0, 100, 480, 960, 4000] {
    #expect(abs(reductions[frame] - 10 * (1 - exp(-Double(frame + 1) / 480))) < 0.01)
  }
}

@Test func aReleaseGoesBackWithItsTimeConstantBehindTheAttacks() {
  let reductions = reductions(
    Compressor(threshold: -20, ratio: 2, knee: 0, attack: 0.01, release: 0.1), loud: 9600, quiet: 24_000)
  for frame in [0, 480, 4800, 9600, 20_000] {
    // Two poles one after the other: of 480 and of 4800 samples.
    let t = Double(frame + 1)
    let wanted = 10 * (4800 * exp(-t / 4800) - 480 * exp(-t / 480)) / (4800 - 480)
    #expect(abs(reductions[9600 + frame] - wanted) < 0.02)
  }
}

@Test func channelsAreLoweredAlike() {
  let sound = AudioBlock(channels: 2, 2000) { channel, frame in (channel == 0 ? 1 : 0.25) * sin(Double(frame) * 0.1) }
  let squeezed = Compressor(threshold: -30, ratio: 10).processed(sound)
  for frame in 0..<2000 {
    #expect(abs(squeezed.samples[frame] / 4 - squeezed.samples[2000 + frame]) < 1e-6)
  }
  #expect(squeezed.samples[1900..<2000].map(abs).max()! < 0.5)
}

@Test func aRatioOfOneLeavesSoundAsItIs() {
  let sound = AudioBlock.noise(channels: 2, 500)
  #expect(Compressor(threshold: -40, ratio: 1).processed(sound).samples == sound.samples)
}
