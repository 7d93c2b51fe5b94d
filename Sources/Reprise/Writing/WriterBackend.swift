import Backends
import FoundationEssentials
import Graph
import Synchronization
import Takes

/// A model that writes, as something that takes are bought of: an answer is there as soon as it was asked.
final class WriterBackend: Backend {
  let name: String
  private let writer: Writer
  private let key: Key?
  private let answers = Mutex<[JobID: Result<ChatAnswer, BackendError>]>([:])

  init(_ name: String, _ writer: Writer, key: Key?) { (self.name, self.writer, self.key) = (name, writer, key) }

  /// What costs nothing may be asked for again, whatever became of it.
  var capabilities: Capabilities {
    Capabilities(
      [.sceneText],
      parameters: [
        "prompt": .anything, "messages": .anything, "seed": .whole(0...(1 << 53 - 1)),
        "tokens_read": .whole(0...(1 << 30)), "tokens_written": .whole(0...(1 << 30)),
      ], needed: ["messages"], recall: writer.tariff == .free ? .key(lasting: .seconds(1_000_000_000)) : .nothing)
  }

  /// At most.
  func price(of request: Request) throws(TakeError) -> Money { try writer.tariff.price(of: request) }

  /// An answer that is none was given, and is not asked for again. A server that is not there is not waited for: somebody waits.
  func submit(_ request: Request, key: Ticket.ID, _ call: Call) throws(Fault) -> JobID {
    guard let job = JobID(key.text) else { throw .rejected("the ticket has no name") }
    var seed: Int?
    if case .number(let number)? = request.parameters["seed"] { seed = Int(exactly: number) }
    do throws(BackendError) {
      let answer = try writer.chat(with: self.key).answer(
        to: request.parameters["messages"] ?? .null, seed: seed, Cancellation(whenReadable: call.stop.descriptor))
      answers.withLock { $0[job] = .success(answer) }
    } catch {
      if case .unreachable = error { throw .rejected("\(error)") }
      guard error.isAnAnswer else { throw Fault(error) }
      answers.withLock { $0[job] = .failure(error) }
    }
    return job
  }

  func poll(_ job: JobID, _ call: Call) throws(Fault) -> Report {
    switch answers.withLock({ $0[job] }) {
    case nil: throw .unknown
    case .failure(let error)?: return Report(.failed("\(error)"))
    case .success(let answer)?: return Report(.done(receipt(answer)))
    }
  }

  private func receipt(_ answer: ChatAnswer) -> Receipt {
    var receipt = Receipt(model: answer.model)
    guard let asked = answer.asked, let written = answer.written else { return receipt }
    receipt.cost = try? writer.tariff.price(
      of: Request(.sceneText, backend: name, model: writer.model, parameters: .tokens(read: asked, written: written)))
    receipt.provenance = ["tokens": "\(asked + written)"]
    return receipt
  }

  /// Without the key, should the server say it.
  func fetch(_ job: JobID, into path: String, _ call: Call) throws(Fault) -> Announcement {
    guard case .success(let answer)? = answers.withLock({ $0[job] }) else { throw .unknown }
    let text = Data(Redaction([key].compactMap(\.self)).redact(answer.text).utf8)
    do {
      try text.write(to: URL(filePath: path))
    } catch {
      throw .lost("\(error)")
    }
    return Announcement(byteCount: text.count, type: "text/plain")
  }
}

extension [String: CanonicalJSON] {
  /// What a writer is paid by.
  static func tokens(read: Int, written: Int) -> [String: CanonicalJSON] {
    ["tokens_read": .number(Double(read)), "tokens_written": .number(Double(written))]
  }
}

extension BackendError {
  /// Whether the model has answered, though with nothing that can be used.
  fileprivate var isAnAnswer: Bool {
    switch self {
    case .nonsense, .failed, .tooLarge: true
    default: false
    }
  }
}
