package import Confinement

/// One recipe at work: the conversation with its worker.
///
/// It belongs to the thread that evaluates. It may be used while the host answers a call, and after the recipe has
/// returned; functions of the recipe may call the host again.
package final class Evaluation {
  private let channel: Channel
  let worker: any Runner
  private let name: String
  private let vocabulary: Vocabulary
  private let host: any Host
  private let limits: Limits
  private let budget: Budget
  private let kinds: [String]
  private let kindNumbers: [String: UInt16]
  private var callCount: UInt64 = 0
  private var failures: [(error: any Error, place: Place)] = []
  /// Set once nothing more can be asked.
  private(set) var ended: EvaluationError?
  package var isOver: Bool { ended != nil }

  /// Units of fuel that the recipe has used, as of the worker's last message.
  package private(set) var fuelUsed: UInt64 = 0
  /// Bytes of the arena taken, likewise.
  package private(set) var memoryUsed: UInt64 = 0

  /// What the worker is kept in by.
  package private(set) var protection: Protection = []

  init(
    _ channel: Channel, _ worker: any Runner, name: String, vocabulary: Vocabulary, host: any Host, limits: Limits,
    budget: Budget
  ) {
    self.channel = channel
    self.worker = worker
    self.name = name
    self.vocabulary = vocabulary
    self.host = host
    self.limits = limits
    self.budget = budget
    self.kinds = vocabulary.kinds.map(\.name)
    self.kindNumbers = Dictionary(zip(kinds, 0...), uniquingKeysWith: { first, _ in first })
  }

  /// Calls a function of the recipe and gives what it returns.
  ///
  /// - Throws: `.runtime` for an error in the function; the recipe goes on. Anything else is the end of the evaluation.
  package func invoke(_ function: FunctionReference, _ arguments: [Value] = []) throws(EvaluationError) -> [Value] {
    var message = MessageWriter(.invoke, kinds: kindNumbers)
    message.put(function.number)
    message.put(arguments)
    if let excess = excess(of: message) { throw refused(excess) }
    guard case .results(let values, let defect) = try converse(message.bytes) else { throw unexpected("no results") }
    if let defect { throw refused("\(defect)") }
    return values
  }

  /// Calls a function of time at `start`, `start + step`, ... and gives the 1 to 4 finite numbers that each call
  /// returns (as values or in a table), the same count for all.
  ///
  /// - Parameters:
  ///   - step: Seconds between samples.
  ///   - count: From 0 to 2³¹. Each sample costs fuel.
  /// - Throws: As `invoke` does.
  package func sample(
    _ function: FunctionReference, start: Double, step: Double, count: Int
  ) throws(EvaluationError) -> [[Double]] {
    var samples: [[Double]] = []
    while samples.count < min(count, Int(Int32.max)) {
      var message = MessageWriter(.sample)
      message.put(function.number)
      message.put(start)
      message.put(step)
      message.put(UInt32(samples.count))
      message.put(UInt32(min(count - samples.count, Wire.samples)))
      guard case .samples(let part) = try converse(message.bytes), !part.isEmpty else { throw unexpected("no samples") }
      samples += part
    }
    return samples
  }

  /// Waits until the worker is there.
  func greet(requiring required: Protection) throws(EvaluationError) {
    switch try exchange(nil) {
    case .ready(let protection): self.protection = protection
    case .broken(let reason): throw end(.worker(.cannotStart(reason)))
    default: throw unexpected("no greeting")
    }
    guard protection.isSuperset(of: required) else {
      throw end(.worker(.unprotected(required.subtracting(protection))))
    }
  }

  func run(_ source: ArraySlice<UInt8>) throws(EvaluationError) -> [Value] {
    var message = MessageWriter(.start)
    message.put(budget.fuelLeft)
    for limit in [budget.memoryLeft, limits.stringBytes, limits.blockBytes, limits.messageBytes] {
      message.put(UInt64(clamping: limit))
    }
    message.put(name.prefix(utf8Count: 59))
    message.put(vocabulary)
    message.put(Array(source))
    guard case .returned(let values, let defect) = try converse(message.bytes) else { throw unexpected("no return") }
    if let defect { throw refused("\(defect)") }
    return values
  }

  /// Ends the worker. Its functions cannot be called any more.
  package func close() { _ = end(.worker(.died("the evaluation is over"))) }

  /// Sends a message and answers calls until the worker answers it.
  private func converse(_ message: [UInt8]) throws(EvaluationError) -> WorkerMessage {
    var outgoing = message
    while true {
      let came = try exchange(outgoing)
      if let limit = budget.passed { throw end(.tripped(Trip(limit, of: limits, at: came.place))) }
      switch came {
      case .call(let call, let defect): outgoing = try answer(call, defect)
      case .unknown(let name, let owner, let place): outgoing = meaning(of: name, owner, place)
      case .failed(let error, let kind, let failure): throw cause(error, kind, failure)
      case .tripped(let limit, let place): throw end(.tripped(Trip(limit, of: limits, at: place)))
      case .broken(let reason): throw end(.worker(.cannotStart(reason)))
      case .ready: throw unexpected("a second greeting")
      case .returned, .results, .samples: return came
      }
    }
  }

  /// - Parameter outgoing: Nil only to hear the greeting.
  private func exchange(_ outgoing: [UInt8]?) throws(EvaluationError) -> WorkerMessage {
    if let ended { throw ended }
    do {
      if let outgoing { try channel.send(outgoing) }
      return try read(try channel.receive())
    } catch let failure as Channel.Failure {
      throw end(explain(failure))
    } catch let failure as WorkerFailure {
      throw end(.worker(failure))
    } catch {
      throw end(.worker(.nonsense("\(error)")))
    }
  }

  private func read(_ bytes: [UInt8]) throws(WorkerFailure) -> WorkerMessage {
    let (message, usage) = try WorkerMessage.read(bytes, chunk: name, kinds: kinds)
    guard usage.fuel >= fuelUsed, usage.memory <= Wire.mostMemory else { throw .nonsense("a use that cannot be") }
    budget.count(fuel: usage.fuel - fuelUsed, memory: Int(usage.memory) - Int(memoryUsed))
    (fuelUsed, memoryUsed) = (usage.fuel, usage.memory)
    return message
  }

  private func explain(_ failure: Channel.Failure) -> EvaluationError {
    switch failure {
    case .timeOut: .tripped(Trip(.wallClock, of: limits))
    case .closed: .worker(.died(worker.ending()))
    case .badLength(let length): .worker(.nonsense("a message of \(length) bytes"))
    }
  }

  private func answer(_ call: Call, _ defect: MessageReader.Defect?) throws(EvaluationError) -> [UInt8] {
    callCount += 1
    // A worker in its right mind has no fuel for more.
    guard callCount <= limits.fuel / Wire.fuelPerCall else { throw end(.worker(.nonsense("more calls than fuel"))) }
    if let defect { return fail("\(call.operation): \(defect)") }
    do {
      let values = try host.respond(to: call, in: self)
      if let ended { throw ended }
      var reply = MessageWriter(.reply, kinds: kindNumbers)
      reply.put(values)
      return excess(of: reply).map { fail($0) } ?? reply.bytes
    } catch {
      if let ended { throw ended }
      // What ended an evaluation inside this one ends this one too; no recipe may catch it.
      let reason = error as? EvaluationError ?? .host(error, call.place)
      if reason.isFinal { throw end(reason) }
      return fail(error, at: call.place)
    }
  }

  private func meaning(of name: String, _ owner: String?, _ place: Place) -> [UInt8] {
    guard let value = host.value(of: name, on: owner) else { return fail(host.unknown(name, on: owner, at: place)) }
    var reply = MessageWriter(.reply, kinds: kindNumbers)
    reply.put([value])
    return reply.bytes
  }

  private func fail(_ error: any Error, at place: Place) -> [UInt8] {
    failures.append((error, place))
    return fail("\(error)", number: failures.count)
  }

  private func fail(_ text: String, number: Int = 0) -> [UInt8] {
    var message = MessageWriter(.fail)
    message.put(count: number)
    message.put(text.prefix(utf8Count: 1024))
    return message.bytes
  }

  /// The host's own error, if it is by that that the recipe ended.
  private func cause(_ error: ScriptError, _ kind: Wire.ErrorKind, _ failure: Int) -> EvaluationError {
    guard failures.indices.contains(failure - 1) else { return kind == .syntax ? .syntax(error) : .runtime(error) }
    let (original, place) = failures[failure - 1]
    return original as? EvaluationError ?? .host(original, place)
  }

  private func refused(_ problem: String) -> EvaluationError {
    .runtime(ScriptError(place: Place(chunk: name, line: 0), message: problem))
  }

  /// What to say if the message is too long for the worker.
  private func excess(of message: MessageWriter) -> String? {
    let (count, most) = (message.bytes.count, limits.messageBytes)
    return count > most ? "the host gives \(count) bytes; a message has at most \(most)" : nil
  }

  private func unexpected(_ what: String) -> EvaluationError { end(.worker(.nonsense(what))) }

  /// Ends the evaluation; the first reason stays.
  private func end(_ reason: EvaluationError) -> EvaluationError {
    if let ended { return ended }
    channel.shut()
    worker.end()
    budget.count(fuel: 0, memory: -Int(memoryUsed))
    ended = reason
    return reason
  }
}
