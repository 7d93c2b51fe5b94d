import Foundation
import Graph
import Media
import Sketches
import Testing

@testable import Render

@Test func twoHundredCutsOfATonesAreNotHeard() throws {
  var seed: UInt64 = 7
  func next(_ range: Range<Int>) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int(seed >> 33) % range.count
  }
  let sketch = Sketch()
  let tone = sketch.audio("high", time(60))
  // Anywhere in time, not on samples alone.
  let cuts = Set((0..<200).map { _ in next(1..<60_000) }).sorted().map { time(Double($0) / 1000.3) }
  let bounds = [Time.zero] + cuts + [time(60)]
  let joined = sketch.sequence(zip(bounds, bounds.dropFirst()).map { tone.trimmed($0, $1) })
  for start in stride(from: 0, to: 48_000 * 56, by: 48_000 * 4) {
    let sound = try listen(joined, from: Int64(start), 48_000 * 4)
    #expect(residue(of: 997, in: sound) < -70, "from \(start)")
  }
}

@Test func aGainAndItsInverseCancel() throws {
  let clip = Sketch().audio("noise", time(2)).volume(.constant(0.5))
  let back = clip.volume(.constant(3.7)).volume(.constant(1 / 3.7))
  let (a, b) = (try listen(clip, 96_000), try listen(back, 96_000))
  let apart = zip(a, b).map { $0 - $1 }
  #expect(10 * log10(power(apart) / power(a) + 1e-30) < -90)
}
