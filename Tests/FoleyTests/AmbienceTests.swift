import Claims
import Media
import Testing

@testable import Foley

/// Noise and ticks, in the shortest epochs there can be.
private struct Murmur: EndlessSound {
  let seed: UInt64
  var hop: Int { 9_000 }

  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    Hiss(.white, .low, epoch.dice(1)).add(to: &block, count: epoch.textured) { _ in Tone(600, gain: 0.2) }
  }

  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {
    epoch.eachEvent(rate: 20, 2) { place, dice in
      Ping(frequency: dice.octaves(200, 800), damping: 40, gain: 0.1).add(to: &block, at: place)
    }
  }
}

@Suite struct AmbienceTests {
  @Test func anyStretchIsTheSameHoweverItIsAskedFor() throws {
    let whole = try Murmur(seed: 5).read(30_000)
    try always(runs: 8) { draws in
      (draws.int(-500...29_000), draws.list(1...4) { $0.int(0...4_000) })
    } holds: { start, lengths in
      let source = Murmur(seed: 5).source()
      var place = start
      for length in lengths {
        let block = try source.read(from: Int64(place), frameCount: length)
        let isRight = block.left.enumerated().allSatisfy { index, sample in
          let number = place + index
          return number >= 30_000 || sample == (number < 0 ? 0 : whole.samples[number])
        }
        guard isRight else { return false }
        // Backwards now and then.
        place += length.isMultiple(of: 3) ? -length : length
      }
      return true
    }
  }

  @Test(arguments: Ambience.Kind.allCases)
  func everyPlaceSoundsInBoundsAndWithASeedOfItsOwn(_ kind: Ambience.Kind) throws {
    let blocks = try [(0.5, 1), (0.5, 1), (0.5, 2)].map { activity, seed in
      try Ambience(kind, activity: activity, seed: UInt64(seed)).read(from: 30_000, 12_000)
    }
    #expect(blocks.allSatisfy { $0.isSound && $0.energy > 0 })
    #expect(blocks[0].samples == blocks[1].samples)
    #expect(blocks[0].samples != blocks[2].samples)
  }

  /// A seam would be a corner: nowhere near the borders of epochs is the sound more bent than between them.
  @Test func epochsJoinWithoutACorner() throws {
    let samples = try Murmur(seed: 8).read(60_000).left
    let bends = (1..<59_999).map { place -> Float in
      let middle: Float = 2 * samples[place]
      return abs(samples[place - 1] - middle + samples[place + 1])
    }
    let between = bends.max() ?? 0
    for border in stride(from: 9_000, to: 50_000, by: 9_000) {
      #expect((bends[border - 3...border + 3].max() ?? 0) < between)
    }
  }

  /// Two unrelated noises, one fading in along a sine and one out along a cosine, are as loud as each.
  @Test func aCrossfadeKeepsThePower() throws {
    let block = try Ambience(.room, seed: 4).read(120_000)
    // The first quarter second of an epoch's overlap, and a stretch between overlaps.
    let powers = [96_000, 60_000].map { start in
      block.left[start + 8_000..<start + 20_000].reduce(0.0) { $0 + Double($1) * Double($1) }
    }
    #expect(powers[0] / powers[1] > 0.5 && powers[0] / powers[1] < 2)
  }
}
