import Foundation
import Graph
import Media
import Plan
import Sketches
import Testing

@testable import Render

private let sketch = Sketch(64, 64)
private let factors = [2, 0.5, 1.25, 0.3, 1.1, 4]

@Test(arguments: factors) func speedMovesThePitchAndNothingElse(factor: Double) throws {
  let clip = sketch.audio("high", time(60)).faster(factor)
  let sound = try listen(clip, from: 24_000, 16_384)
  let frequency = 997 * factor
  #expect(residue(of: frequency, in: sound) < -60)
  #expect(abs(level(of: frequency, in: sound) - 1) < 0.01)
}

@Test func whatWouldFoldBackIsTakenAway() throws {
  // 15 kHz at twice the speed is 30 kHz, which no sample rate of 48 kHz can say; it would come back at 18 kHz.
  let high = ToneFootage(["high": sine(15_000)])
  let clip = sketch.audio("high", time(10)).faster(2)
  let block = try Mixer(Scene(clip.graph), footage: high).block(from: 24_000, frameCount: 8192)
  #expect(10 * log10(power(block.samples[0..<8192]) * 2) < -60)
}

@Test func aSteadyLevelStaysAtEverySpeed() throws {
  for factor in factors {
    let sound = try listen(sketch.audio("one", time(60)).faster(factor), from: 4800, 4800)
    #expect((sound.map { abs($0 - 1) }.max() ?? 1) < 2e-3, "\(factor)")
  }
}

@Test func speedTakesTheLengthThatItSays() throws {
  let clip = sketch.audio("one", time(1)).faster(2)
  let sound = try listen(clip, 48_000)
  #expect(sound[12_000] > 0.99)
  #expect(sound[24_000...].allSatisfy { $0 == 0 })
}

@Test func speedKeepsStepForAnHour() throws {
  // A click at sample 2n of the film is heard at sample n.
  let middle: Int64 = 3600 * 48_000
  let clicking = ToneFootage(["click": { Tone { sample, _ in sample == 2 * middle ? 1 : 0 } }])
  let clip = sketch.audio("click", time(10_000)).faster(2)
  let block = try Mixer(Scene(clip.graph), footage: clicking).block(from: middle - 100, frameCount: 200)
  let loudest = block.samples[0..<200].indices.max { block.samples[$0] < block.samples[$1] }
  #expect(loudest == 100)
}
