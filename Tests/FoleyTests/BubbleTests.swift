import Media
import Testing

@testable import Foley

@Suite struct BubbleTests {
  /// Minnaert: a bubble of 1 mm rings with 3 kHz; van den Doel: it dies by 130 + 228 in a second.
  @Test func aBubbleOfAMillimetreRingsAsMinnaertSays() {
    let ping = Bubble(radius: 0.001).ping
    #expect(abs(ping.frequency - 3_000) < 1e-9)
    #expect(abs(ping.damping - (0.13 / 0.001 + 0.0072 / 3.162_277_66e-5)) < 1e-3)
  }

  @Test func aPingIsASineThatDiesAway() {
    var block = AudioBlock(frameCount: 1_000)
    Ping(frequency: 1_234, damping: 100, gain: 1).add(to: &block, at: 0)
    for index in 0..<1_000 {
      let time = Double(index) / 48_000
      let exact = Elementary.exp2(-100 * time * 1.442_695_04) * Elementary.sin(2 * .pi * 1_234 * time)
      #expect(abs(Double(block.samples[index]) - exact) < 1e-5)
    }
  }

  @Test func aBubbleThatRisesGoesUpInPitch() {
    var block = AudioBlock(frameCount: 2_400)
    Bubble(radius: 0.004, rise: 0.3).ping.add(to: &block, at: 0)
    let crossings = (1..<2_400).filter { block.samples[$0 - 1] < 0 && block.samples[$0] >= 0 }
    let periods = zip(crossings.dropFirst(), crossings).map { $0 - $1 }
    #expect((periods.last ?? 0) < (periods.first ?? 0))
  }
}
