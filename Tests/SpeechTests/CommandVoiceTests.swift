import Foundation
import Media
import Testing

@testable import Speech

/// Voices that are programs, good and bad.
@Suite struct CommandVoiceTests {
  private let folder = NSTemporaryDirectory() + "voices-\(UUID())"

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  /// A second of silence, a second of sound, and half a second of silence.
  private func wave(_ change: (inout [UInt8]) -> Void = { _ in }) throws -> String {
    let samples =
      [Int16](repeating: 0, count: 16_000) + (0..<16_000).map { Int16($0 % 100 * 100) }
      + [Int16](repeating: 0, count: 8_000)
    var bytes =
      Array("RIFF....WAVEfmt ".utf8) + [16, 0, 0, 0, 1, 0, 1, 0, 0x80, 0x3E, 0, 0, 0, 0x7D, 0, 0, 2, 0, 16, 0]
    bytes += Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0] + Array("data".utf8)
    bytes += withUnsafeBytes(of: UInt32(samples.count * 2)) { Array($0) } + samples.withUnsafeBytes { Array($0) }
    change(&bytes)
    let path = folder + "/\(UUID()).wav"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  private func said(_ arguments: [String], _ text: String = "Hello, world 5.") throws -> Speech {
    try CommandVoice("bot", arguments, time: .seconds(20), byteCount: 1 << 20).utter(Utterance(text, voice: "bot"))
  }

  @Test func aProgramReadsItsInputAndIsHeard() throws {
    let path = try wave()
    let speech = try said(["sh", "-c", "test \"$(cat)\" = 'Hello, world 5.' && cat \(path)"])
    #expect(speech.samples.count == 40_000 && speech.sampleRate == 16_000)
    #expect(speech.timing.isEstimated && speech.timing.words.map(\.text) == ["Hello,", "world", "5."])
    #expect(speech.timing.words[0].start.ticks(rate: 16_000) == 16_001)
    #expect(speech.timing.words[2].end.ticks(rate: 16_000) == 32_000)
    #expect(speech.timing.isPlausible(until: speech.duration, in: "Hello, world 5."))
  }

  @Test func aTextCanBeAnArgumentAndIsNoOption() throws {
    let path = try wave()
    let script = "test \"$1\" = ' -v {x} $(rm)' && test \"$2\" = 1.0 && cat \(path)"
    #expect(throws: Never.self) { try said(["sh", "-c", script, "sh", "{text}", "{rate}"], "-v {x} $(rm)") }
  }

  @Test func aLengthThatNobodyKnowsIsAll() throws {
    let speech = try said(["cat", wave { $0.replaceSubrange(52..<56, with: [0, 0xF0, 0xFF, 0x7F]) }])
    #expect(speech.samples.count == 40_000)
  }

  @Test(arguments: [
    (["echo", "hello"], "no WAV file"), (["sh", "-c", "exit 3"], "status 3"),
    (["sh", "-c", "kill -9 $$"], "status 265"),
    (["yes"], "gives too much"), (["/no/such/program"], "cannot be started"), (["true"], "no WAV file"),
  ])
  func programsThatFailAreErrors(arguments: [String], words: String) {
    let error = #expect(throws: SpeechError.self) { try said(arguments) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test func aSlowProgramIsEnded() {
    let voice = CommandVoice("bot", ["sh", "-c", "sleep 60 & sleep 60"], time: .milliseconds(200))
    let start = ContinuousClock.now
    #expect(throws: SpeechError.self) { try voice.utter(Utterance("Hi", voice: "bot")) }
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test(arguments: [
    (20, 3, "format 3"), (22, 7, "7 channels"), (24, 0x81, "16001 Hz"), (34, 8, "8 bits"), (16, 2, "damaged"),
  ])
  func aFileThatLiesIsAnError(byte: Int, value: UInt8, words: String) throws {
    let path = try wave { $0[byte] = value }
    let error = #expect(throws: SpeechError.self) { try said(["cat", path]) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test func aFileThatIsCutOffAnywhereIsNoTrouble() throws {
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: wave())))
    for length in 0..<80 { _ = try? WaveFile(Array(bytes.prefix(length))).speech() }
  }

  @Test func textsAreCheckedFirst() {
    #expect(throws: SpeechError.nothingToSay) { try said(["cat"], "?!") }
    #expect(throws: SpeechError.self) { try said(["cat"], "a\0b") }
    #expect(throws: SpeechError.self) { try CommandVoice("a", ["cat"]).utter(Utterance("Hi", voice: "b")) }
  }
}
