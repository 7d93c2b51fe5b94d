import Backends
import Speech
import Takes

/// Where a voice comes from that does not come with the runtime. What it says is recorded: a take, which a post pins.
///
/// ```swift
/// runtime.voices["bob"] = try .command(["espeak-ng", "--stdout", "{text}"])
/// runtime.voices["nova"] = try .server("http://127.0.0.1:8880", model: "kokoro", voice: "af_nova")
/// ```
public struct VoiceSource: Sendable {
  /// Gives a text as a WAV file. Blocks.
  let wave: @Sendable (Utterance, Key?) throws -> [UInt8]
  /// Who gives it, for errors.
  let giver: String
  let tariff: Tariff
  let key: KeySource?

  /// A program that gives a WAV file.
  ///
  /// - Parameter arguments: Its path and what it is told. `{text}`, `{rate}` and `{pitch}` stand for those of the speech;
  ///   where no `{text}` is, the program reads the text from its input.
  public static func command(_ arguments: [String]) throws(RepriseError) -> VoiceSource {
    guard arguments.first?.isEmpty == false else {
      throw RepriseError(.usage, code: "voice", came: "a voice's command is empty", remedy: "name a program")
    }
    let voice = CommandVoice("voice", arguments)
    return VoiceSource(
      wave: { request, _ in try voice.wave(of: request.said(by: "voice")) }, giver: "the program", tariff: .free,
      key: nil)
  }

  /// A server that speaks `/v1/audio/speech`.
  ///
  /// - Parameters:
  ///   - address: `http://127.0.0.1:8880`, with `/v1` at the end or without.
  ///   - voice: What the server calls it.
  ///   - key: Where the server's key lies, if it wants one.
  ///   - price: For a thousand characters, such as `0.015 USD`; nil for nothing.
  public static func server(
    _ address: String, model: String, voice: String, key: KeySource? = nil, price: String? = nil
  ) throws(RepriseError) -> VoiceSource {
    do {
      let address = try WebAddress(address)
      return VoiceSource(
        wave: { request, key in
          let server = Server(address, key: key)
          return try SpeechServer(server, model: model, voices: [voice]).wave(of: request.said(by: voice))
        }, giver: "the server", tariff: try price.map(tariff) ?? .free, key: key)
    } catch {
      throw RepriseError(error)
    }
  }

  private static func tariff(_ price: String) throws -> Tariff {
    try Tariff([.characters(1000, Money(asked: price))])
  }
}

extension Utterance {
  /// The same with the name that a voice has where it speaks.
  fileprivate func said(by voice: String) -> Utterance {
    var request = self
    request.voice = voice
    return request
  }
}
