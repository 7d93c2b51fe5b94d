import Foundation
import Graph
import Loopback
import Speech
import Takes
import Testing

@testable import Backends

/// Voices of servers, honest and not.
@Suite struct SpeechServerTests {
  /// 16-bit mono at 24 kHz, as Kokoro gives it: half a second.
  static func wave(length: UInt32? = nil, count: Int = 12_000) -> [UInt8] {
    let samples = (0..<count).map { Int16($0 % 200 * 100) }
    let data = samples.withUnsafeBytes { Array($0) }
    func bytes(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.littleEndian) { Array($0) } }
    let format: [UInt8] = [16, 0, 0, 0, 1, 0, 1, 0] + bytes(24_000) + bytes(48_000) + [2, 0, 16, 0]
    let head = Array("RIFF".utf8) + bytes(length ?? UInt32(data.count + 36)) + Array("WAVEfmt ".utf8) + format
    return head + Array("data".utf8) + bytes(length ?? UInt32(data.count)) + data
  }

  private func voice(_ server: LoopbackServer, path: [String] = []) throws -> SpeechServer {
    let limits = HTTPLimits(silence: .seconds(2), whole: .seconds(20))
    let key = try Key("sk-1234567890", from: "the test")
    let asked = Server(try server.address.appending(path), key: key, client: HTTPClient(limits: limits))
    return SpeechServer(asked, model: "kokoro", voices: ["af_heart", "am_adam"])
  }

  private func said(_ answer: Answer, path: [String] = []) throws -> Speech {
    let server = LoopbackServer { _ in answer }
    defer { server.stop() }
    return try voice(server, path: path).utter(Utterance("Hello, world.", voice: "af_heart", rate: 1.5))
  }

  @Test(arguments: [[], ["v1"]])
  func theQuestionIsTheOneThatOpenAIPublished(path: [String]) throws {
    let server = LoopbackServer { _ in .answer(body: Self.wave(), type: "audio/wav") }
    defer { server.stop() }
    let speech = try voice(server, path: path).utter(Utterance("Hello, world.", voice: "am_adam", rate: 1.5))
    #expect(speech.samples.count == 12_000 && speech.sampleRate == 24_000)
    #expect(speech.timing.words.map(\.text) == ["Hello,", "world."] && speech.timing.isEstimated)
    let question = try #require(server.questions.first)
    #expect(question.method == "POST" && question.path == "/v1/audio/speech")
    #expect(question.fields["authorization"] == "Bearer sk-1234567890")
    let text = #"{"input":"Hello, world.","model":"kokoro","response_format":"wav","speed":1.5,"voice":"am_adam"}"#
    #expect(question.text == text && question.fields["content-type"] == "application/json")
  }

  @Test(arguments: [0xFFFF_FFFF, 0, 0x7FFF_FFFF])
  func aStreamThatDoesNotKnowItsLengthIsHeardWhole(length: UInt32) throws {
    let bytes = Self.wave(length: length)
    let chunks = stride(from: 0, to: bytes.count, by: 1000).map { Array(bytes[$0..<min($0 + 1000, bytes.count)]) }
    #expect(try said(.chunked(chunks, type: "audio/wav")).samples.count == 12_000)
  }

  @Test(arguments: [
    (Answer.answer(body: Array("ID3 an mp3".utf8), type: "audio/wav"), "wanted a WAV file"),
    (.json(#"{"ok":true}"#), "application/json"), (.answer(body: [], type: "audio/wav"), "wanted a WAV file"),
    (.answer(body: Array(wave().prefix(5000)), type: "audio/wav"), "cut off: 19044 bytes"),
    (.raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n") + [.send(wave())], "cut off: 19044 bytes"),
    (.answer(body: Array(wave().prefix(30)), type: "audio/wav"), "damaged"), ([.hang], "silent for 2 s"),
    (.raw("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\nRIFF"), "broke off"), ([.reset], "broke off"),
    (.chunked([Array(wave().prefix(5000))], type: "audio/wav", isWhole: false), "broke off"),
    (.json(#"{"detail":{"error":"validation_error","message":"No voice"}}"#, status: 400), "No voice"),
    (.json(#"{"detail":[{"loc":["body","voice"],"msg":"unknown"}]}"#, status: 422), "body.voice: unknown"),
    (
      .json(#"{"error":{"message":"Rate limit","code":"rate_limit"}}"#, status: 429, ["Retry-After: 3"]),
      "asked again in 3 s: Rate limit"
    ),
    (.json(#"{"error":{"message":"No.","code":"content_policy_violation"}}"#, status: 400), "refused: No."),
  ])
  func aServerThatLiesOrDiesIsAnErrorThatSaysSo(answer: Answer, words: String) {
    let error = #expect(throws: SpeechError.self) { try said(answer) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test func whatCannotBeHadIsNeverAsked() throws {
    let server = LoopbackServer { _ in [] }
    defer { server.stop() }
    let voice = try voice(server)
    for request in [
      Utterance("Hello", voice: "nobody"), Utterance("Hello", voice: "af_heart", pitch: 1.2),
      Utterance("?!", voice: "af_heart"), Utterance("Hello", voice: "af_heart", rate: 3),
      Utterance(String(repeating: "a ", count: 50_000), voice: "af_heart"),
    ] {
      #expect(throws: SpeechError.self) { try voice.utter(request) }
    }
    #expect(server.questions.isEmpty)
  }

  @Test(arguments: [#"{"voices":["a","b"]}"#, #"{"voices":[{"id":"a","name":"A"},{"name":"b"}]}"#])
  func voicesAreListedAsServersListThem(text: String) throws {
    let server = LoopbackServer { _ in .json(text) }
    defer { server.stop() }
    #expect(try SpeechServer.voices(of: Server(server.address)) == ["a", "b"])
    #expect(server.questions.map(\.path) == ["/v1/audio/voices"])
  }

  @Test func aVoiceThatIsSlowCanBeCancelled() throws {
    let server = LoopbackServer { _ in [.hang] }
    defer { server.stop() }
    let cancellation = Cancellation()
    let voice = SpeechServer(Server(try server.address), model: "m", voices: ["v"])
    Thread.detachNewThread {
      usleep(50_000)
      cancellation.cancel()
    }
    let error = #expect(throws: SpeechError.self) { try voice.utter(Utterance("Hello", voice: "v"), cancellation) }
    #expect(error == .failed(reason: "cancelled"))
  }
}
