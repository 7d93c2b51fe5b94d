internal import CFlite
internal import Synchronization

/// Speaks through flite. Any thread may ask; one speaks at a time, in the whole process, for flite keeps its voices in globals.
///
/// The same request gives the same samples, whatever was said before. Only a thread that calls `rand` meanwhile could change
/// the noise in them.
///
/// flite ends the process where it runs out of memory, and its code was not written for texts of strangers: those are for
/// a process of their own.
package final class Speaker: Speaking {
  static let flite = Mutex(Flite())

  package init() {}

  /// Loads everything that speaking may need from files: for a process that will not be let read any.
  package static func prepare() { flite.withLock { $0.loadVoices() } }

  /// The library's name and version: with another, the same text may sound otherwise.
  package static let version = "flite \(FLITE_PROJECT_VERSION)"

  package var voices: [String] { Voice.allCases.map(\.rawValue) }

  package func utter(_ request: Utterance) throws -> Speech {
    try request.check()
    guard let voice = Voice(rawValue: request.voice) else {
      throw SpeechError.unknownVoice(name: request.voice, known: voices)
    }
    let script = try Script(request.text)
    var recording = Recording()
    try Self.flite.withLock { flite in
      for sentence in script.sentences {
        recording.append(try flite.speak(sentence, voice, rate: request.rate, pitch: request.pitch))
      }
    }
    return try recording.speech(of: request.text, script)
  }
}
