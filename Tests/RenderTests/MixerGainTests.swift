import Foundation
import Graph
import Media
import Plan
import Sketches
import Testing

@testable import Render

private let sketch = Sketch(64, 64)

@Test func aVolumeMultiplies() throws {
  let clip = sketch.audio("half", samples(3))
  #expect(try listen(clip.volume(.constant(2)), 4) == [1, 1, 1, 0])
  #expect(try listen(clip.volume(.constant(2)), 4, channel: 1) == [-0.5, -0.5, -0.5, 0])
  #expect(try listen(clip.volume(.constant(2)).volume(.constant(0.5)), 3) == [0.5, 0.5, 0.5])
}

@Test func aVolumeThatMovesFollowsItsCurve() throws {
  let curve = Curve.keyframes([
    .init(time: .zero, value: 0), .init(time: time(0.5), value: 1, easing: .penner(.sine, .inOut)),
    .init(time: time(1), value: 0.25),
  ])
  let found = try listen(sketch.audio("one", time(1)).volume(curve), 48_000)
  let worst = found.enumerated().map { abs(Double($1) - curve.value(at: samples(Int64($0)))) }.max() ?? 1
  // Straight lines over 64 samples: what is cut off a bend is far below hearing.
  #expect(worst < 2e-5)
}

@Test func aFadeComesAndGoesInStraightLines() throws {
  let found = try listen(sketch.audio("one", time(2)).faded(time(0.5), time(1)), 96_000)
  func wanted(_ sample: Int) -> Double {
    let at = Double(sample) / 48_000
    return min(1, at / 0.5, 2 - at)
  }
  #expect((found.enumerated().map { abs(Double($1) - wanted($0)) }.max() ?? 1) < 1e-6)
  #expect(found[0] == 0 && found[24_000] == 1 && found[48_000] == 1)
}

@Test func aCrossfadeHasTheGainsOfAQuarterTurn() throws {
  // From silence, so that each side is heard alone.
  let quiet = sketch.audio("one", time(2)).volume(.constant(0))
  let loud = sketch.audio("one", time(2))
  let coming = try listen(sketch.crossfade(quiet, loud, time(1)), 144_000)
  let going = try listen(sketch.crossfade(loud, quiet, time(1)), 144_000)
  for sample in stride(from: 0, to: 144_000, by: 480) {
    let angle = min(max(Double(sample) / 48_000 - 1, 0), 1) * .pi / 2
    #expect(abs(Double(coming[sample]) - (sample < 144_000 ? sin(angle) : 0)) < 1e-6)
    #expect(abs(Double(going[sample]) - cos(angle)) < 1e-6)
  }
}

@Test func differentSoundsKeepTheirPowerThroughACrossfade() throws {
  let found = try listen(
    sketch.crossfade(sketch.audio("noise", time(2)), sketch.audio("hiss", time(2)), time(2)), 96_000)
  // Noise from −1 to 1 has a power of 1/3.
  for start in stride(from: 0, to: 96_000, by: 9600) {
    #expect(abs(power(found[start..<start + 9600]) * 3 - 1) < 0.06, "from \(start)")
  }
}

@Test func oneSoundCrossfadedWithItselfSwellsToTheRootOfTwo() throws {
  let one = sketch.audio("one", time(2))
  let found = try listen(sketch.crossfade(one, one, time(2)), 96_000)
  #expect(abs(found[48_000] - Float(2).squareRoot()) < 1e-6)
}
