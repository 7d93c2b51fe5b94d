import Chance
import Claims
import Foundation
import Media
import Props
import Testing

@testable import Loudness

@Test func silenceHasNoLoudness() throws {
  let silence = Loudness(integrated: nil, range: nil, truePeak: nil, momentary: nil, shortTerm: nil)
  #expect(try measure([AudioBlock(frameCount: 480_000)]) == silence)
  #expect(try LoudnessMeter().measured() == silence)
}

@Test func whatIsTooShortHasPeaksOnly() throws {
  let loudness = try measure([AudioBlock([0.5])])
  #expect(loudness.integrated == nil && loudness.range == nil)
  #expect(near(loudness.truePeak, -6.02, within: 0.2))
}

@Test func aPeakInTheLastSampleCounts() throws {
  var sound = Array(repeating: Float(0), count: 960)
  sound[959] = 1
  #expect(near(try measure([AudioBlock(sound)]).truePeak, 0, within: 0.2))
}

@Test func whatIsNoNumberSpoilsNothing() throws {
  var block = Stretch(20, -23).block
  for index in stride(from: 0, to: block.samples.count, by: 9973) {
    block.samples[index] = [.nan, .infinity, -.infinity][index % 3]
  }
  #expect(near(try measure([block]).integrated, -23))
}

@Test func monoIsThreeDecibelsBelowTheSameInBothChannels() throws {
  let (mono, stereo) = (try measure([Stretch(5, -20, channels: 1)]), try measure([Stretch(5, -20)]))
  #expect(near(mono.integrated, (stereo.integrated ?? 0) - 3.01, within: 0.011))
}

@Test func blocksOfAnyLengthMeasureTheSame() throws {
  var chance = SplitMix(1)
  let sound = (0..<2 * 60_000).map { _ in Float.random(in: -0.5...0.5, using: &chance) }
  let whole = AudioBlock(planes: sound, channelCount: 2)
  let wanted = try measure([whole])
  try always(runs: 10) {
    $0.partition(of: 60_000, longest: 30_000)
  } holds: { lengths in
    var start = 0
    let blocks = lengths.map { length in
      defer { start += length }
      return AudioBlock(
        planes: [0, 60_000].flatMap { sound[$0 + start..<$0 + start + length] }, channelCount: 2)
    }
    return try measure(blocks) == wanted
  }
}

/// ffmpeg's meter has code of its own.
@Test func aSecondMeterAgrees() throws {
  var chance = SplitMix(7)
  // Noise that swells and ebbs, 40 s, one channel quieter; dull, since what lies near half the sample rate has peaks that
  // every meter's filter sees another part of.
  let sound = (0..<2).flatMap { channel in
    var latest = Float(0)
    return (0..<40 * 48_000).map { index -> Float in
      latest = 0.8 * latest + 0.2 * Float(chance.next() >> 40) / 8_388_608 - 0.2
      let swell = Float(index % 720_000) / 720_000
      return (0.05 + swell) * (channel == 0 ? 1 : 0.6) * latest
    }
  }
  let block = AudioBlock(planes: sound, channelCount: 2)
  let (ours, theirs) = (try measure([block]), try FFmpegMeter.measure(block))
  #expect(near(ours.integrated, theirs["I"] ?? 0))
  #expect(near(ours.range, theirs["LRA"] ?? 0, within: 0.5))
  #expect(near(ours.truePeak, theirs["peak"] ?? 0, within: 0.3))
}
