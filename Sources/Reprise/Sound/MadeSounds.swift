import Foley
import Graph
import Media
import Recipe
import Score
import Speech
import Synchronization

/// Sounds that are made by what a node says: speech, music, effects. Each is worked out once. Any thread may ask.
final class MadeSounds: Sendable {
  private let access: MediaAccess
  private let speaker = Mutex<(any Speaking)?>(nil)
  private let speeches = Drawings<Speech>(mostKept: 64)
  private let pieces = Drawings<Piece>(mostKept: 16)

  /// Gives what is in a file of that digest.
  typealias Files = (Digest) throws -> [UInt8]

  init(_ access: MediaAccess) { self.access = access }

  func source(_ kind: NodeKind, _ parameters: SoundParameters, _ files: Files) throws -> any SoundSource {
    switch kind {
    case .speech: try SpokenSound(speech(parameters, files))
    case .music: PieceSound(try music(parameters), seed: UInt64(parameters.number("seed") ?? 0))
    case .midi: PieceSound(try song(parameters, files))
    default: parameters.effect.source()
    }
  }

  func measure(_ kind: NodeKind, _ parameters: SoundParameters, _ files: Files) throws -> SoundMeasure {
    switch kind {
    case .speech: SoundMeasure(try speech(parameters, files))
    case .music: SoundMeasure(duration: try music(parameters).length)
    case .midi: SoundMeasure(duration: try song(parameters, files).length)
    default: SoundMeasure(duration: parameters.effect.duration)
    }
  }

  private func speech(_ parameters: SoundParameters, _ files: Files) throws -> Speech {
    try speeches.drawing(of: parameters, scale: 1) {
      if let take = parameters["take"]?.digest {
        return try Speech(wave: files(take), saying: parameters.text("text"), from: "the take")
      }
      return try chosenSpeaker().utter(
        Utterance(
          parameters.text("text"), voice: parameters.text("voice"), rate: parameters.number("rate") ?? 1,
          pitch: parameters.number("pitch") ?? 1)
      ).trimmed()
    }
  }

  private func chosenSpeaker() throws -> any Speaking {
    try speaker.withLock { speaker in
      let chosen = try speaker ?? access.speaker()
      speaker = chosen
      return chosen
    }
  }

  private func music(_ parameters: SoundParameters) throws -> Piece {
    try pieces.drawing(of: parameters, scale: 1) {
      Composer(
        key: try parameters["key"]?.text.map { try Key($0) }, tempo: parameters.number("tempo"),
        mood: try Mood(parameters.text("mood")), length: parameters["length"]?.time ?? .zero,
        seed: UInt64(parameters.number("seed") ?? 0)
      ).piece()
    }
  }

  private func song(_ parameters: SoundParameters, _ files: Files) throws -> Piece {
    guard let file = parameters["file"]?.digest else { throw CancellationError() }
    return try pieces.drawing(of: parameters, scale: 1) { try MIDIFile(files(file)).piece }
  }
}

extension SoundMeasure {
  fileprivate init(_ speech: Speech) {
    self.init(duration: speech.duration)
    words = speech.timing.words.map { Word(text: $0.text, range: TimeRange($0.start, $0.end)) }
    mouths = speech.mouth.map {
      Mouth(shape: $0.viseme.rawValue, openness: $0.openness, range: TimeRange($0.start, $0.end))
    }
  }
}
