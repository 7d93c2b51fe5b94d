import Claims
import Glibc
import Media
import Testing

@testable import Speech

/// Speech as the mixer hears it.
@Suite struct SpokenSoundTests {
  private func tone(_ frequency: Double, rate: Int, count: Int) -> Speech {
    let samples = (0..<count).map { Int16(16_384 * sin(2 * .pi * frequency * Double($0) / Double(rate))) }
    return Speech(samples: samples, sampleRate: rate, timing: .init(words: []))
  }

  /// How much of a frequency is in a signal under a Blackman window, as an amplitude.
  private func amplitude(_ frequency: Double, in signal: [Float]) -> Double {
    var (re, im, weight) = (0.0, 0.0, 0.0)
    for (index, sample) in signal.enumerated() {
      let x = 2 * Double.pi * (Double(index) + 0.5) / Double(signal.count)
      let window = 0.42 - 0.5 * cos(x) + 0.08 * cos(2 * x)
      let angle = 2 * .pi * frequency * Double(index) / 48_000
      re += window * Double(sample) * cos(angle)
      im += window * Double(sample) * sin(angle)
      weight += window
    }
    return 2 * (re * re + im * im).squareRoot() / weight
  }

  @Test(arguments: [8_000, 16_000, 22_050, 44_100, 48_000, 96_000]) func aToneKeepsItsHeightAndLoudness(rate: Int)
    throws
  {
    let sound = try SpokenSound(tone(1_000, rate: rate, count: rate))
    let signal = Array(sound.read(from: 12_000, frameCount: 16_384).samples[..<16_384])
    #expect(abs(amplitude(1_000, in: signal) - 0.5) < 0.0005)
    // Its mirror images about the old rate, which a bad filter would let through.
    for image in [Double(rate) - 1_000, Double(rate) + 1_000] where image < 24_000 {
      #expect(20 * log10(amplitude(image, in: signal) / 0.5) < -85)
    }
  }

  @Test func anyBlockIsTheSameHoweverItIsAskedFor() throws {
    let sound = try SpokenSound(tone(440, rate: 22_050, count: 1_000))
    let whole = sound.read(from: -100, frameCount: 2_500)
    try always(runs: 50) { draws in
      (draws.int(-100...2_300), draws.int(0...100))
    } holds: { start, count in
      let block = sound.read(from: Int64(start), frameCount: count)
      let first = start + 100
      return Array(block.samples[..<count]) == Array(whole.samples[first..<first + count])
        && Array(block.samples[count...]) == Array(block.samples[..<count])
    }
  }

  @Test func aroundItThereIsSilence() throws {
    let sound = try SpokenSound(tone(440, rate: 16_000, count: 160))
    #expect(sound.read(from: 480, frameCount: 10).samples.allSatisfy { $0 == 0 })
    #expect(sound.read(from: .min, frameCount: 10).samples.allSatisfy { $0 == 0 })
    #expect(sound.read(from: .max, frameCount: 10).samples.allSatisfy { $0 == 0 })
    #expect(sound.read(from: 0, frameCount: 480).samples.contains { $0 != 0 })
  }

  @Test func itsEndsAreFaded() throws {
    let loud = Speech(samples: Array(repeating: 20_000, count: 16_000), sampleRate: 16_000, timing: .init(words: []))
    let samples = try SpokenSound(loud).read(from: 0, frameCount: 48_000).samples[..<48_000]
    #expect(abs(samples[0]) < 0.001 && abs(samples[47_999]) < 0.001)
    #expect(abs(samples[24_000] - 20_000 / 32_768) < 0.001)
  }

  @Test(arguments: [0, 1, 2]) func almostNothingIsNoTrouble(count: Int) throws {
    let sound = try SpokenSound(tone(440, rate: 8_000, count: count))
    #expect(sound.read(from: 0, frameCount: 100).samples.allSatisfy { $0.isFinite })
  }

  @Test func anOddRateIsAnError() {
    #expect(throws: SpeechError.self) { try SpokenSound(tone(440, rate: 15_999, count: 10)) }
  }

  @Test func silenceAroundSpeechIsTrimmedAndTimesFollow() throws {
    let speech = try Speaker().utter(Utterance("Trimmed speech.", voice: "rms"))
    let trimmed = speech.trimmed()
    let loudest = speech.samples.map(\.magnitude).max() ?? 0
    let margins = [trimmed.samples, trimmed.samples.reversed()].map { $0.firstIndex { $0.magnitude > loudest / 200 } }
    #expect(margins == [800, 800])
    // The same samples lie at the same words.
    for (word, moved) in zip(speech.timing.words, trimmed.timing.words) {
      let (start, place) = (Int(word.start.ticks(rate: 16_000)), Int(moved.start.ticks(rate: 16_000)))
      #expect(speech.samples[start..<start + 1_000] == trimmed.samples[place..<place + 1_000])
    }
    #expect(trimmed.timing.isPlausible(until: trimmed.duration, in: "Trimmed speech."))
  }
}
