import Media
import Testing

@testable import Foley

/// Blows, held against the physics they are made from.
@Suite struct ImpactTests {
  private func blow(_ material: Material, size: Double = 0.3, strength: Double = 0.8, _ count: Int = 9_600) throws
    -> AudioBlock
  {
    try Impact(Body(material, size: size), strength: strength, seed: 3).read(count)
  }

  /// Published: 1 : 2.756 : 5.404 (any book on acoustics).
  @Test func aBarRingsInTheRatiosOfEulerAndBernoulli() throws {
    let sound = try blow(.iron)
    let lowest = sound.peak(near: Body(.iron, size: 0.3).pitch)
    for ratio in [2.756, 5.404] {
      #expect(abs(sound.peak(near: lowest * ratio) / lowest / ratio - 1) < 0.003)
    }
  }

  @Test func twiceTheSizeIsAnOctaveLower() throws {
    let small = try blow(.iron, size: 0.3).peak(near: Body(.iron, size: 0.3).pitch)
    let large = try blow(.iron, size: 0.6).peak(near: Body(.iron, size: 0.6).pitch)
    #expect(abs(small / large - 2) < 0.01)
  }

  @Test func ratiosRiseFromOneInEveryShape() {
    for shape in Shape.allCases {
      let ratios = shape.partials(struckAt: 0.3).map(\.ratio)
      #expect(abs(ratios[0] - 1) < 1e-9 && ratios == ratios.sorted(), "\(shape)")
    }
  }

  /// Hoppe: n(n² − 1) / √(n² + 1) is 2.828 and 5.424 for three and four waves, over that of two.
  @Test func aRingHasHoppesModes() {
    let ratios = Shape.ring.partials(struckAt: 0).map(\.ratio)
    #expect(abs(ratios[2] - 2.828) < 0.001 && abs(ratios[4] - 5.424) < 0.001)
  }

  @Test func aModeIsASineThatDiesAwayAsAsked() {
    var block = AudioBlock(frameCount: 4_800)
    var tap = Force(frameCount: 1)
    tap.samples[0] = 1
    ModeBank([Mode(frequency: 440, damping: 30, gain: 0.5)]).ring(under: tap, into: &block)
    for index in stride(from: 0, to: 4_800, by: 7) {
      let time = Double(index + 1) / 48_000
      let exact = 0.5 * Elementary.exp2(-30 * time * 1.442_695_04) * Elementary.sin(2 * .pi * 440 * time)
      // The force's own sample is the first: the response is one sample ahead, by e^(−d/rate).
      #expect(abs(Double(block.samples[index]) - exact) < 1e-3)
    }
  }

  /// Rayleigh: (α + βω²) / 2.
  @Test func glassIsDampedAsItsTableSays() {
    let omega = 2 * Double.pi * 1_000
    #expect(abs(Body(.glass, size: 0.1).damping(at: 1_000) - 0.5 * (1 + 1e-7 * omega * omega)) < 1e-9)
    #expect(abs(Body(.glass, size: 0.1, damping: 10).damping(at: 1_000) - 5 * (1 + 1e-7 * omega * omega)) < 1e-9)
  }

  @Test func harderIsLouderAndBrighter() throws {
    for material in [Material.wood, .metal, .plastic, .rubber, .glass, .stone] {
      let blows = try [0.1, 0.4, 1].map { try blow(material, strength: $0, 4_800) }
      #expect(blows[0].peak < blows[1].peak && blows[1].peak < blows[2].peak, "\(material)")
      #expect(blows[0].brightness < blows[1].brightness && blows[1].brightness < blows[2].brightness, "\(material)")
    }
  }

  /// Hertz: speed to the power of −1/5.
  @Test func thirtyTwoTimesAsFastTouchesHalfAsLong() {
    let contacts = [0.25, 8].map {
      Strike(body: Body(.rubber, size: 0.1), other: Body(.wood, size: 1), speed: $0).contact
    }
    #expect(abs(contacts[0] / contacts[1] - 2) < 1e-6)
  }

  @Test func bothBodiesRing() throws {
    let (glass, stone) = (Body(.glass, size: 0.12), Body(.iron, size: 0.4))
    let both = try Impact(glass, against: stone, strength: 1, seed: 3).read(9_600)
    let pitches = [glass, stone].map { body in
      // Where nothing rings, half a tone beside each.
      both.magnitude(at: both.peak(near: body.pitch)) / both.magnitude(at: body.pitch * 1.06)
    }
    #expect(pitches.allSatisfy { $0 > 5 }, "\(pitches)")
  }
}
