import Foundation
import Graph
import Media
import Sketches
import Testing

@testable import Render

@Test(arguments: [0.5, 0.8, 1.3, 2]) func aKeptPitchStaysWhateverThePace(factor: Double) throws {
  let clip = Sketch().audio("low", time(60)).faster(factor, keepsPitch: true)
  // Across the end of an epoch, where the phase may change.
  let sound = try listen(clip, from: 48_000 * 9, 96_000)
  let levels = stride(from: 0, to: 96_000, by: 4800).map { level(of: 440, in: Array(sound[$0..<$0 + 4800])) }
  #expect(levels.count { $0 > 0.95 } >= 18)
  #expect(levels.allSatisfy { $0 > 0.5 })
}

@Test func aPitchMovesAtTheSamePace() throws {
  let clip = Sketch().audio("low", time(60)).pitched(12)
  let sound = try listen(clip, from: 48_000 * 9, 96_000)
  #expect(level(of: 880, in: sound) > 0.95)
  #expect(level(of: 440, in: sound) < 0.01)
  #expect(clip.duration == time(60))
}

@Test func nothingIsHeardWhereEpochsJoin() throws {
  let clip = Sketch().audio("low", time(60)).faster(1.25, keepsPitch: true)
  let sound = try listen(clip, from: 48_000 * 9, 48_000 * 3)
  // The steepest step of a sine at 440 Hz, and a little: a jump would be much steeper.
  let steps = zip(sound, sound.dropFirst()).map { abs($1 - $0) }
  #expect((steps.max() ?? 1) < 0.0576 * 1.2)
  // It stays as loud: no two grains cancel one another.
  for start in stride(from: 0, to: sound.count - 960, by: 480) {
    #expect(power(sound[start..<start + 960]) > 0.35)
  }
}
