internal import Graph
package import Speech

/// A voice that a server gives, by the interface `/v1/audio/speech` of OpenAI.
///
/// Kokoro-FastAPI, LocalAI, openedai-speech, vLLM-Omni and others speak it. When words are heard is estimated from their
/// letters, for the server does not say.
package final class SpeechServer: Speaking {
  package let voices: [String]
  private let server: Server
  private let model: String

  /// - Parameters:
  ///   - server: Its address, with `/v1` at the end or without.
  ///   - voices: Those that may be asked for, by the server's names.
  package init(_ server: Server, model: String, voices: [String]) {
    (self.server, self.model, self.voices) = (server, model, voices)
  }

  /// The names of the voices that a server says it has, as Kokoro-FastAPI and vLLM-Omni do.
  package static func voices(of server: Server, _ cancellation: Cancellation? = nil) throws(BackendError) -> [String] {
    let answer = try server.ask(.get, server.address.version1(["audio", "voices"]), cancellation)
    let items = try server.json(answer, of: "GET /v1/audio/voices")["voices"]?.asItems ?? []
    return items.prefix(10_000).compactMap { $0.asText ?? $0["id"]?.asText ?? $0["name"]?.asText }
  }

  package func utter(_ request: Utterance) throws -> Speech { try utter(request, nil) }

  /// A text as sound. Blocks until the server has spoken all of it.
  ///
  /// - Throws: `SpeechError`: `.failed` with the server's reason, too.
  package func utter(_ request: Utterance, _ cancellation: Cancellation?) throws(SpeechError) -> Speech {
    try request.check(for: self)
    let wave: [UInt8]
    do { wave = try self.wave(of: request, cancellation) } catch { throw .failed(reason: "\(error)") }
    return try speech(wave, saying: request.text)
  }

  /// What a WAV file of this server says: the way back from a recorded take.
  package func speech(_ wave: [UInt8], saying text: String) throws(SpeechError) -> Speech {
    try Speech(wave: wave, saying: text, from: "the server", mayEndEarly: false)
  }

  /// The WAV file that the server makes of a text, as it came.
  ///
  /// - Throws: `.unsupported` for another pitch than 1, which the interface does not have; `.nonsense` if what comes is
  ///   no WAV file.
  package func wave(of request: Utterance, _ cancellation: Cancellation? = nil) throws(BackendError) -> [UInt8] {
    guard request.pitch == 1 else {
      throw .unsupported(parameter: "pitch", value: "\(request.pitch)", wanted: "leave it out, or take another voice")
    }
    let answer = try server.ask(
      .post, server.address.version1(["audio", "speech"]), body: body(of: request), cancellation)
    guard answer.body.starts(with: "RIFF".utf8) else {
      let type = server.shown(answer.type ?? "nothing about itself")
      throw .nonsense(place: "POST /v1/audio/speech", problem: "wanted a WAV file; it says that it is \(type)")
    }
    return answer.body
  }

  private func body(of request: Utterance) -> HTTPRequest.Body {
    .json([
      "model": .string(model), "input": .string(request.text), "voice": .string(request.voice),
      "response_format": .string("wav"), "speed": .number(request.rate),
    ])
  }
}
