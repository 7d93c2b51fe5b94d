import Chance
import Claims
import Foundation
import Media
import Testing

@testable import Stretch

private let tempi = [0.25, 0.5, 0.8, 1, 1.25, 2, 4]

@Test(arguments: tempi) func aMinuteLastsToTheSample(tempo: Double) throws {
  let sound = sine(440, seconds: 10)
  #expect(try stretched(sound, tempo: tempo).count == Int((Double(sound.count) / tempo).rounded()))
}

@Test func atItsOwnPaceASoundComesBackAsItWas() throws {
  var chance = SplitMix(3)
  let sound = (0..<96_000).map { _ in Float.random(in: -1...1, using: &chance) }
  let output = try stretched(sound, tempo: 1)
  #expect(zip(output, sound).allSatisfy { abs($0 - $1) < 1e-5 })
}

@Test(arguments: tempi) func aPlaceIsHeardWhereItBelongs(tempo: Double) throws {
  let (seconds, slope) = (min(60, 15 * tempo), 40 / min(60, 15 * tempo) * 30)
  let output = try stretched(sweep(seconds: seconds, slope: slope), tempo: tempo)
  let worst = stride(from: 4800, to: output.count - 4800, by: 1200).compactMap { index -> Double? in
    guard let heard = frequency(output, around: index, span: 960) else { return nil }
    return abs((heard - 400) / slope - Double(index) / 48_000 * tempo)
  }.max()
  #expect((worst ?? 9) / max(1, tempo) < 0.03)
}

@Test(arguments: tempi) func burstsAreHeardWhereTheyBelong(tempo: Double) throws {
  // 150 ms every second; at a pace of 4, short ones fall between grains.
  let sound = (0..<15 * 48_000).map { index -> Float in
    24_000..<31_200 ~= index % 48_000 ? Float(sin(Double(index) * 0.1)) : 0
  }
  let output = try stretched(sound, tempo: tempo)
  for start in stride(from: 24_000, to: sound.count, by: 48_000) {
    let middle = (Double(start) + 3600) / tempo
    let range = max(0, Int(middle - 24_000 / tempo))..<min(output.count, Int(middle + 24_000 / tempo))
    var (weight, moment) = (0.0, 0.0)
    for index in range {
      let power = Double(output[index] * output[index])
      (weight, moment) = (weight + power, moment + power * Double(index))
    }
    #expect(abs(moment / weight - middle) * min(1, tempo) < 0.03 * 48_000, "at \(start)")
  }
}

@Test func aRampOfPaceFollowsItsIntegral() throws {
  // From half the pace to twice: after output second y, y/2 + y²/16 seconds of 20 s input are over, up to y = 14.4…
  let (seconds, slope) = (20.0, 50.0)
  func output(_ input: Int) -> Double {
    let x = Double(input) / 48_000
    return (-4 + (16 + 16 * x).squareRoot()) * 48_000
  }
  let heard = try stretched(sweep(seconds: seconds, slope: slope), piece: 960, lasting: output)
  #expect(heard.count == Int(output(960_000).rounded()))
  let worst = stride(from: 4800, to: heard.count - 4800, by: 600).compactMap { index -> Double? in
    guard let tone = frequency(heard, around: index, span: 960) else { return nil }
    let y = Double(index) / 48_000
    return abs((tone - 400) / slope - (y / 2 + y * y / 16))
  }.max()
  #expect((worst ?? 9) < 0.03)
}

@Test(arguments: [-12.0, -5, -0.5, 0.01, 3, 7, 12]) func pitchMovesByTheSemitonesAndNothingElse(semitones: Double)
  throws
{
  let sound = sine(440, seconds: 4)
  let output = try stretched(sound, tempo: 1, semitones: semitones)
  #expect(output.count == sound.count)
  let heard = try #require(frequency(output, around: 96_000, span: 120_000))
  let cents = 1200 * log2(heard / 440) - 100 * semitones
  #expect(abs(cents) < 3, "\(cents) cents")
}

@Test(arguments: [0.25, 0.7, 1.5, 4]) func paceDoesNotMovePitch(tempo: Double) throws {
  let output = try stretched(sine(440, seconds: 6), tempo: tempo)
  let heard = try #require(frequency(output, around: output.count / 2, span: output.count * 3 / 4))
  #expect(abs(1200 * log2(heard / 440)) < 3)
}

@Test func pitchAndPaceTogetherKeepTime() throws {
  let (tempo, slope) = (0.75, 60.0)
  let output = try stretched(sweep(seconds: 15, slope: slope), tempo: tempo, semitones: 7)
  let worst = stride(from: 4800, to: output.count - 4800, by: 1200).compactMap { index -> Double? in
    guard let heard = frequency(output, around: index, span: 960) else { return nil }
    return abs((heard / exp2(7.0 / 12) - 400) / slope - Double(index) / 48_000 * tempo)
  }.max()
  #expect((worst ?? 9) < 0.03)
}

@Test func howItIsCutDoesNotMatter() throws {
  var chance = SplitMix(5)
  let sound = (0..<60_000).map { _ in Float.random(in: -0.5...0.5, using: &chance) }
  let whole = try stretched(sound, tempo: 0.5, piece: 60_000)
  for piece in [100, 977, 4800] { #expect(try stretched(sound, tempo: 0.5, piece: piece) == whole) }
}

@Test func channelsStayTogether() throws {
  for channels in [1, 2, 6] {
    let stretcher = try Stretcher(channelCount: channels, semitones: 2)
    try stretcher.put(AudioBlock(sine(330, seconds: 1), channels: channels), lasting: 60_000)
    try stretcher.finish()
    let block = stretcher.take(stretcher.readyCount)
    #expect(block.frameCount == 60_000)
    for channel in 1..<max(2, channels) where channel < channels {
      #expect(Array(block.samples[channel * 60_000..<(channel + 1) * 60_000]) == block.firstPlane)
    }
  }
}

@Test func oddInputIsHeldInBounds() throws {
  try always(runs: 15) { draws in
    draws.list(0...6) { ($0.int(0...3000), $0.int(0...9000)) }
  } holds: { pieces in
    let stretcher = try Stretcher(channelCount: 1)
    for (input, output) in pieces {
      try stretcher.put(AudioBlock([Float](repeating: .nan, count: input), channels: 1), lasting: output)
    }
    try stretcher.finish()
    let block = stretcher.take(stretcher.readyCount)
    return block.frameCount == pieces.reduce(0) { $0 + $1.1 } && block.samples.allSatisfy { $0 == 0 }
  }
}
