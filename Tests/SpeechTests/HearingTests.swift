import Foundation
import Media
import Testing

@testable import Speech

/// What other programs, and a measurement, hear in what is said.
@Suite struct HearingTests {
  private let speaker = Speaker()

  /// The words that flite's own program is told to say, in one sentence.
  @Test(.enabled(if: Program.isInstalled("/usr/bin/flite")), arguments: Voice.allCases)
  func samplesAreThoseOfTheProgramFlite(voice: Voice) throws {
    let text = "Dr. Smith paid $5.25 for the 3rd (and best) seat, didn't he"
    let path = NSTemporaryDirectory() + "flite-\(voice)-\(UUID()).wav"
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try Program.errors(of: "/usr/bin/flite", ["-voice", voice.rawValue, "-t", text, "-o", path])
    let theirs = try WaveFile([UInt8](Data(contentsOf: URL(filePath: path)))).speech()
    let mine = try speaker.utter(Utterance(text, voice: voice.rawValue))
    let areEqual = mine.samples == theirs.samples && mine.sampleRate == theirs.sampleRate
    #expect(areEqual)
  }

  static let texts = [
    "Moon, garden, river, yellow, window, animal, banana, lemon, morning, many.",
    "Put, take, cat. Bed, dog, good. Ten, paper, tiger, cook.",
  ]

  /// Energy in 10 ms around every millisecond, against 40 dB below the loudest.
  @Test(arguments: Voice.allCases, texts) func wordsBesidePausesAreWhereTheEnergyIs(voice: Voice, text: String) throws {
    let speech = try speaker.utter(Utterance(text, voice: voice.rawValue))
    let (starts, ends) = soundings(in: speech)
    #expect(speech.timing.words.count == 10)
    for word in speech.timing.words {
      let (start, end) = (word.start.seconds, word.end.seconds)
      #expect(starts.contains { abs($0 - start) <= 0.02 }, "\(word.text) begins at \(start), sound at \(starts)")
      #expect(ends.contains { abs($0 - end) <= 0.02 }, "\(word.text) ends at \(end), sound at \(ends)")
    }
  }

  private func soundings(in speech: Speech) -> (starts: [Double], ends: [Double]) {
    let step = speech.sampleRate / 1000
    var sums = [Double(0)]
    for sample in speech.samples { sums.append(sums[sums.count - 1] + Double(sample) * Double(sample)) }
    let places = Array(stride(from: 0, to: speech.samples.count, by: step))
    let energies = places.map { sums[min($0 + 5 * step, sums.count - 1)] - sums[max(0, $0 - 5 * step)] }
    let level = (energies.max() ?? 0) / 10_000
    let isHeard = [false] + energies.map { $0 > level } + [false]
    let changes = isHeard.indices.dropFirst().filter { isHeard[$0] != isHeard[$0 - 1] }.map { Double($0 - 1) / 1000 }
    return (
      stride(from: 0, to: changes.count, by: 2).map { changes[$0] },
      stride(from: 1, to: changes.count, by: 2).map { changes[$0] }
    )
  }

  /// Silence by ffmpeg's `silencedetect`, which looks at single samples: 40 dB below the loudest. Where sound dies away, one
  /// such sample decides; so it is asked for beginnings.
  @Test(arguments: Voice.allCases) func wordsAfterPausesBeginWhereFFmpegHearsThem(voice: Voice) throws {
    let speech = try speaker.utter(Utterance(Self.texts[0], voice: voice.rawValue))
    let ends = try silenceEnds(in: speech)
    for word in speech.timing.words {
      let start = word.start.seconds
      #expect(ends.contains { abs($0 - start) <= 0.02 }, "\(word.text) begins at \(start), silence ends at \(ends)")
    }
  }

  private func silenceEnds(in speech: Speech) throws -> [Double] {
    let path = NSTemporaryDirectory() + "speech-\(UUID()).raw"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try speech.samples.withUnsafeBytes { Data($0) }.write(to: URL(filePath: path))
    let level = Double(speech.samples.map(\.magnitude).max() ?? 0) / 32_768 / 100
    let said = try Program.errors(
      of: "/usr/bin/ffmpeg",
      [
        "-f", "s16le", "-ar", "\(speech.sampleRate)", "-i", path, "-af", "silencedetect=n=\(level):d=0.03", "-f",
        "null", "-",
      ])
    let ends = said.components(separatedBy: "silence_end: ").dropFirst()
    return ends.compactMap { Double($0.prefix { "0123456789.".contains($0) }) }
  }

  @Test(arguments: Voice.allCases, [0.7, 1.5]) func pitchIsRaisedByItsFactor(voice: Voice, pitch: Double) throws {
    let text = "We were away a year ago."
    let plain = try fundamental(of: speaker.utter(Utterance(text, voice: voice.rawValue)))
    let raised = try fundamental(of: speaker.utter(Utterance(text, voice: voice.rawValue, pitch: pitch)))
    #expect(abs(raised / plain / pitch - 1) < 0.08, "\(plain) Hz, then \(raised) Hz")
  }

  /// The median of the fundamental frequency in the middle of vowels, by autocorrelation.
  private func fundamental(of speech: Speech) -> Double {
    let vowels = speech.timing.phonemes.filter { ["iy", "er", "ey", "ax", "ih", "ow"].contains($0.name) }
    let values = vowels.map { vowel in
      let middle = (vowel.start.seconds + vowel.end.seconds) / 2
      return fundamental(
        of: speech.samples.map(Double.init), Int(middle * Double(speech.sampleRate)), speech.sampleRate)
    }
    return values.sorted()[values.count / 2]
  }

  private func fundamental(of samples: [Double], _ middle: Int, _ rate: Int) -> Double {
    let half = rate / 50
    let window = samples[(middle - half)..<middle]
    func likeness(_ lag: Int) -> Double {
      let other = samples[(middle - half + lag)..<(middle + lag)]
      let product = zip(window, other).reduce(0) { $0 + $1.0 * $1.1 }
      return product / (other.reduce(1) { $0 + $1 * $1 }).squareRoot()
    }
    let lags = Array(rate / 400...rate / 55)
    let values = lags.map(likeness)
    let best = values.max() ?? 0
    // The first peak of those that are nearly as high: later ones are two periods away.
    let peak = values.indices.dropFirst().dropLast().first {
      values[$0] > 0.85 * best && values[$0] >= values[$0 - 1] && values[$0] >= values[$0 + 1]
    }
    return Double(rate) / Double(lags[peak ?? 0])
  }
}

/// Another program.
private enum Program {
  static func isInstalled(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// What it says on its error stream.
  static func errors(of path: String, _ arguments: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
