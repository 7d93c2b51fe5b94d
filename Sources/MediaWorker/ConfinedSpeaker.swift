package import Codec
package import Confinement
internal import FoundationEssentials
internal import Media
package import Speech
internal import Synchronization

/// Speaks texts of strangers, which only a worker reads. Any thread may call; calls take turns.
package final class ConfinedSpeaker: Speaking {
  private let nursery: Nursery
  private let limits: MediaLimits
  private let required: Protection
  private let memory: SharedFrames
  private let worker = Mutex<Conversation<SpeechReply>?>(nil)

  package init(nursery: Nursery, limits: MediaLimits, required: Protection) throws(WorkerFailure) {
    (self.nursery, self.limits, self.required) = (nursery, limits, required)
    // Every worker is given a memory to share; this one leaves it alone.
    memory = try SharedFrames(limit: 0)
  }

  package var voices: [String] { Voice.allCases.map(\.rawValue) }

  /// A worker that comes to grief is replaced at the next call.
  package func utter(_ request: Utterance) throws -> Speech {
    try request.check()
    return try worker.withLock { worker in
      let conversation = try worker ?? start()
      worker = conversation
      do {
        return try speech(of: request, from: conversation)
      } catch {
        if conversation.isOver { worker = nil }
        throw error
      }
    }
  }

  private func speech(of request: Utterance, from worker: Conversation<SpeechReply>) throws -> Speech {
    guard case .said(let count, let rate, let timing) = try worker.ask(encoded(.say(request))) else {
      throw worker.refuse("no speech")
    }
    guard (1...Self.sampleLimit).contains(count), SpokenSound.sampleRates.contains(rate) else {
      throw worker.refuse("\(count) samples at \(rate) Hz")
    }
    var speech = Speech(samples: [], sampleRate: rate, timing: timing)
    while speech.samples.count < count {
      guard case .samples(let more) = try worker.ask(encoded(.samples(from: speech.samples.count))),
        !more.isEmpty, more.count <= count - speech.samples.count
      else { throw worker.refuse("no samples") }
      speech.samples += more
    }
    guard timing.isPlausible(until: speech.duration, in: request.text) else {
      throw worker.refuse("times out of order")
    }
    return speech
  }

  /// Two hours at 16 kHz: more than the longest text takes at half speed.
  private static let sampleLimit = 2 * 3600 * 16_000

  private func encoded(_ request: SpeechRequest) throws -> [UInt8] { try [UInt8](JSONEncoder().encode(request)) }

  private func start() throws -> Conversation<SpeechReply> {
    let terms = Conversation<SpeechReply>.Terms(required: required, wallClock: limits.wallClock) { SpeechError($0) }
    return try Conversation(nursery, giving: [memory.descriptor], .speech(limits: limits), on: terms)
  }
}

extension SpeechError {
  fileprivate init(_ grief: Conversation<SpeechReply>.Grief) {
    self = .failed(reason: grief.reason("speaks"))
  }
}
