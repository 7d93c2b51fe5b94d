import Claims
import Foundation
import Media
import Testing

@testable import Listening

private func tone(_ frequency: Double, _ amplitude: Double = 1, seconds: Double = 1) -> [Float] {
  (0..<Int(seconds * 48_000)).map { Float(amplitude * sin(2 * .pi * frequency * Double($0) / 48_000)) }
}

@Test func aSineHasTheLevelOfTheBook() throws {
  let envelope = try Envelope(of: recording(tone(1000, 0.5), channels: 2), rate: 50)
  #expect(envelope.levels.count == 50)
  #expect(envelope.levels.allSatisfy { abs($0 - 0.5 / 2.0.squareRoot()) < 2e-3 })
  #expect(abs(decibels(ofLevel: envelope.levels[20]) + 9.03) < 0.01)
  let peaks = try Envelope(of: recording(tone(1000, 0.5)), rate: 50, measure: .peak)
  #expect(peaks.levels.allSatisfy { abs($0 - 0.5) < 2e-3 })
}

@Test func levelsStandAtTheirTimes() throws {
  // Loud from 0.5 s to 0.6 s: values whose middle lies there are 1.
  let sound = (0..<48_000).map { 24_000..<28_800 ~= $0 ? Float(1) : 0 }
  for rate in [10.0, 24, 29.97, 60, 240] {
    let levels = try Envelope(of: recording(sound), rate: rate).levels
    for (index, level) in levels.enumerated() {
      let time = Double(index) / rate
      if 0.5 + 0.51 / rate...max(0.6 - 0.51 / rate, 0.5 + 0.51 / rate) ~= time, 0.6 > 0.5 + 1.02 / rate {
        #expect(level == 1)
      }
      if time < 0.5 - 0.51 / rate || time > 0.6 + 0.51 / rate { #expect(level == 0) }
    }
  }
}

@Test(arguments: [(70.0, 0), (250, 1), (1000, 2), (4000, 3), (9000, 4)])
func aToneLiesInItsBandAlone(frequency: Double, band: Int) throws {
  let bands = try Bands(of: recording(tone(frequency, 0.5)), rate: 30)
  for index in 5..<25 {
    #expect(abs(bands.levels[band][index] - 0.5 / 2.0.squareRoot()) < 0.01)
    for other in bands.levels.indices where other != band { #expect(bands.levels[other][index] < 0.02) }
  }
}

@Test func bandsTogetherHaveAllThePower() throws {
  var sound = tone(90, 0.3)
  for (frequency, level) in [(333.0, 0.2), (2100, 0.25), (7777, 0.1), (15_000, 0.05)] {
    for (index, sample) in tone(frequency, level).enumerated() { sound[index] += sample }
  }
  let levels = try Bands(of: recording(sound), rate: 20, edges: Bands.edges(24)).levels
  let power = levels.reduce(0) { $0 + $1[10] * $1[10] }
  let wanted = [0.3, 0.2, 0.25, 0.1, 0.05].reduce(0) { $0 + $1 * $1 / 2 }
  #expect(abs(power - wanted) < 0.005 * wanted)
}

@Test func silenceAndNothingAreQuiet() throws {
  #expect(try Envelope(of: recording([]), rate: 30).levels.isEmpty)
  #expect(try Bands(of: recording([]), rate: 30).levels.allSatisfy(\.isEmpty))
  #expect(try Envelope(of: recording([1]), rate: 240).levels == [1])
  #expect(try Envelope(of: recording(Array(repeating: 0, count: 4800)), rate: 30).levels == [0, 0, 0])
  #expect(decibels(ofLevel: 0) == -120)
  let rhythm = try Rhythm(of: recording([]))
  #expect(rhythm.beats.isEmpty && rhythm.onsets.isEmpty && rhythm.tempo == nil)
  #expect(try Rhythm(of: recording(Array(repeating: 0, count: 480_000))).beats.isEmpty)
  #expect(try Rhythm(of: recording([0.5])).beats.isEmpty)
}

@Test func whatIsNoNumberIsSilence() throws {
  let bad: [Float] = (0..<48_000).map { [.nan, .infinity, -.infinity][$0 % 3] }
  #expect(try Envelope(of: recording(bad), rate: 10).levels.allSatisfy { $0 == 0 })
  #expect(try Bands(of: recording(bad), rate: 10).levels.allSatisfy { $0.allSatisfy { $0 == 0 } })
  #expect(try Rhythm(of: recording(bad)).onsets.isEmpty)
}

@Test func sourcesThatSayLessThanTheyShouldAreSilentThere() throws {
  let short = Recording(frameCount: 96_000, channelCount: 2) { _, _ in AudioBlock(channelCount: 1, frameCount: 100) }
  #expect(try Envelope(of: short, rate: 10).levels.allSatisfy { $0 == 0 })
}

@Test func soundIsReadForwardAndOnce() throws {
  final class Log { var places: [Range<Int64>] = [] }
  let log = Log()
  let source = Recording(frameCount: 500_000, channelCount: 1) { start, count in
    log.places.append(start..<start + Int64(count))
    return AudioBlock(channelCount: 1, frameCount: count)
  }
  for listen in [
    { _ = try Envelope(of: source, rate: 24) }, { _ = try Bands(of: source, rate: 24) }, { _ = try Rhythm(of: source) },
  ] {
    log.places = []
    try listen()
    #expect(log.places.first?.lowerBound == 0 && log.places.last?.upperBound == 500_000)
    #expect(zip(log.places, log.places.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }
}
