import Backends
import FoundationEssentials
import Graph
import Speech
import Synchronization
import Takes

/// A voice as something that takes are bought of: what it says is there as soon as it was asked.
final class VoiceBackend: Backend {
  let name: String
  private let source: VoiceSource
  private let key: Key?
  private let said = Mutex<[JobID: [UInt8]]>([:])

  init(_ name: String, _ source: VoiceSource, key: Key?) { (self.name, self.source, self.key) = (name, source, key) }

  /// What costs nothing may be asked for again, whatever became of it.
  var capabilities: Capabilities {
    Capabilities(
      [.speech],
      parameters: [
        "text": .text(atMost: 4 * Utterance.characterLimit), "rate": .number(Utterance.rates),
        "pitch": .number(Utterance.pitches),
      ], needed: ["text", "rate", "pitch"],
      recall: source.tariff == .free ? .key(lasting: .seconds(1_000_000_000)) : .nothing)
  }

  func price(of request: Request) throws(TakeError) -> Money { try source.tariff.price(of: request) }

  func submit(_ request: Request, key: Ticket.ID, _ call: Call) throws(Fault) -> JobID {
    guard let job = JobID(key.text) else { throw .rejected("the ticket has no name") }
    let utterance = Utterance(request)
    do {
      let wave = try source.wave(utterance, self.key)
      // What was paid is kept as bought, whatever it is: then a person has to look.
      if source.tariff == .free { _ = try Speech(wave: wave, saying: utterance.text, from: source.giver) }
      said.withLock { $0[job] = wave }
    } catch {
      throw Fault(error)
    }
    return job
  }

  func poll(_ job: JobID, _ call: Call) throws(Fault) -> Report {
    guard said.withLock({ $0[job] != nil }) else { throw .unknown }
    return Report(.done(Receipt()))
  }

  func fetch(_ job: JobID, into path: String, _ call: Call) throws(Fault) -> Announcement {
    guard let wave = said.withLock({ $0[job] }) else { throw .unknown }
    do {
      try Data(wave).write(to: URL(filePath: path))
    } catch {
      throw .lost("\(error)")
    }
    return Announcement(byteCount: wave.count, type: "audio/wav")
  }
}

extension VoiceBackend {
  /// Whether a file is what a request asks for.
  static func check(_ path: String, saying request: Request, from source: VoiceSource) throws {
    _ = try Speech(
      wave: LocalFile.bytes(of: path, atMost: 64 << 20, kind: "smaller file"), saying: Utterance(request).text,
      from: source.giver)
  }
}

extension Utterance {
  init(_ request: Request) {
    func number(_ name: String) -> Double {
      if case .number(let number)? = request.parameters[name] { number } else { 1 }
    }
    var text = ""
    if case .string(let asked)? = request.parameters["text"] { text = asked }
    self.init(text, voice: request.backend, rate: number("rate"), pitch: number("pitch"))
  }
}

extension Fault {
  /// Why a voice did not speak.
  fileprivate init(_ error: any Error) {
    switch error {
    case .refused(let reason) as BackendError: self = .refused(reason)
    case .unreachable(let host, let problem) as BackendError: self = .rejected("\(host) cannot be reached: \(problem)")
    case .status(let status, _, let wait) as BackendError where [429, 503].contains(status): self = .busy(after: wait)
    case let error as BackendError where error.mayHaveBeenDone: self = .lost("\(error)")
    case .failed(let reason) as SpeechError: self = .rejected(reason)
    default: self = .rejected("\(error)")
    }
  }
}
