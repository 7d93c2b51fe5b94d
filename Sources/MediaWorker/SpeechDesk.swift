import FoundationEssentials
import Media
import Speech

/// A worker's view of texts to be spoken: speaks one, and hands over its sound in pieces.
final class SpeechDesk {
  private let speaker = Speaker()
  private var samples: [Int16] = []

  func answer(_ bytes: [UInt8]) -> [UInt8] {
    do {
      return try answer(to: JSONDecoder().decode(SpeechRequest.self, from: Data(bytes))).bytes()
    } catch {
      let error = error as? SpeechError ?? .failed(reason: "speaking failed: \(error)")
      return (try? SpeechReply.failed(error).bytes()) ?? []
    }
  }

  private func answer(to request: SpeechRequest) throws -> SpeechReply {
    switch request {
    case .say(let utterance):
      let speech = try speaker.utter(utterance)
      samples = speech.samples
      return .said(sampleCount: samples.count, sampleRate: speech.sampleRate, speech.timing)
    case .samples(let start):
      guard samples.indices.contains(start) else { throw SpeechError.failed(reason: "there is no sample \(start)") }
      return .samples(Array(samples[start...].prefix(SpeechReply.piece)))
    }
  }
}
