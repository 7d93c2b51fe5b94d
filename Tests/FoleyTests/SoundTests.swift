import Claims
import Media
import Testing

@testable import Foley

/// What holds for every sound, whatever its settings.
@Suite struct SoundTests {
  @Test func noShortSoundGoesBeyondFullScaleOrClicks() throws {
    try always(runs: 25) { draws in
      draws.shortSound()
    } holds: { sound in
      let block = try sound.whole()
      return block.isSound && block.peak <= 0.631 && abs(block.samples[0]) < 0.01
        && abs(block.samples[block.frameCount - 1]) < 0.001
    }
  }

  @Test func shortSoundsAreSilentOutside() throws {
    let drip = Drip()
    let count = drip.frameCount
    #expect(try drip.read(from: -100, 100).energy == 0)
    #expect(try drip.read(from: Int64(count), 100).energy == 0)
    let whole = try drip.whole()
    let part = try drip.read(from: -10, count + 20)
    #expect(Array(part.left[10..<10 + count]) == Array(whole.left))
  }

  @Test func noPlaceIsTooFar() throws {
    for place in [Int64.min, Int64.min + 1, -1, Int64.max - 5, Int64.max] {
      for sound in [Drip(), Ambience(.room)] as [any FoleySound] {
        #expect(try sound.read(from: place, 10).isSound)
      }
    }
    #expect(try Drip().read(from: 0, 0).frameCount == 0)
  }

  @Test func equalSeedsAreEqualAndOthersAreNot() throws {
    func blow(_ seed: UInt64) throws -> AudioBlock { try Impact(Body(.wood, size: 0.2), seed: seed).read(2_000) }
    #expect(try blow(1).samples == blow(1).samples)
    #expect(try blow(1).samples != blow(2).samples)
  }

  @Test func contactsWithAnyNumbersAreHeardInBounds() throws {
    try always(runs: 5) { draws in
      draws.list(0...6) { draws in
        Contact(
          at: Time(flicks: Int64(draws.int(0...200_000_000))), draws.body(), draws.body(),
          impulse: draws.flag() ? draws.finite() : draws.one(of: [.nan, .infinity, -1, 0, 0.2]),
          speed: draws.flag() ? draws.finite() : nil, pan: draws.flag() ? draws.finite() : .nan)
      }
    } holds: { contacts in
      try Contacts(contacts, duration: Time(seconds: 0.4)!).read(19_200).isSound
    }
  }

  @Test func aContactIsHeardWhenItHappens() throws {
    let contact = Contact(at: Time(seconds: 0.5)!, Body(.wood, size: 0.2), Body(.stone, size: 1), impulse: 1)
    let scene = Contacts([contact], duration: Time(seconds: 0.7)!)
    #expect(try scene.read(24_000).energy == 0)
    #expect(try scene.read(from: 24_000, 480).peak > 0.1)
    #expect(try scene.read(from: 33_600, 480).energy == 0)
  }
}
