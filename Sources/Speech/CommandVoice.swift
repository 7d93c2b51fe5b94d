internal import Media

/// A voice that is a program of the host's, such as espeak-ng or piper: text goes in, a WAV file comes out.
///
/// It does not say when its words are heard: their times are estimated from their letters.
package final class CommandVoice: Speaking {
  package let name: String
  private let command: Command

  /// - Parameters:
  ///   - arguments: The program's path and what it is told. `{text}`, `{rate}` and `{pitch}` stand for those of the
  ///     request, as plain numbers; where no `{text}` is, the program reads the text from its input.
  ///   - time: For one text.
  ///   - byteCount: Of the file that it gives.
  package init(_ name: String, _ arguments: [String], time: Duration = .seconds(60), byteCount: Int = 64 << 20) {
    self.name = name
    command = Command(arguments: arguments, time: time, byteCount: byteCount)
  }

  package var voices: [String] { [name] }

  package func utter(_ request: Utterance) throws -> Speech {
    try Speech(wave: wave(of: request), saying: request.text, from: "the program")
  }

  /// The WAV file that the program makes of a text, as it came.
  package func wave(of request: Utterance) throws(SpeechError) -> [UInt8] {
    try request.check(for: self)
    return try command.run(request)
  }
}
