package import Confinement
internal import Glibc

/// Evaluates recipes, each in a worker of its own. Any thread may; an evaluation stays on the thread that asked for it.
package struct Evaluator: Sendable {
  package var isolation: Isolation
  package var limits: Limits
  /// Without all of these no recipe is evaluated.
  package var required: Protection = []

  package init(isolation: Isolation = .standard, limits: Limits = Limits()) {
    self.isolation = isolation
    self.limits = limits
  }

  /// Runs a recipe and hands what it returned to `body`, while its functions can still be called.
  ///
  /// - Parameters:
  ///   - source: The text of the recipe, as UTF-8; checked by `SourceCheck` first.
  ///   - name: What places call it: a file's name, on one line.
  /// - Returns: What `body` returns. The worker is gone by then.
  package func evaluate<R>(
    source: [UInt8], name: String, vocabulary: Vocabulary, host: any Host,
    _ body: (_ returned: [Value], _ evaluation: Evaluation) throws -> R
  ) throws(EvaluationError) -> R {
    let (returned, evaluation) = try begin(source: source, name: name, vocabulary: vocabulary, host: host)
    defer { evaluation.close() }
    do {
      let result = try body(returned, evaluation)
      if let ended = evaluation.ended { throw ended }
      return result
    } catch {
      throw evaluation.ended ?? error as? EvaluationError ?? .host(error, nil)
    }
  }

  package func evaluate<R>(
    source: String, name: String, vocabulary: Vocabulary, host: any Host,
    _ body: (_ returned: [Value], _ evaluation: Evaluation) throws -> R
  ) throws(EvaluationError) -> R {
    try evaluate(source: Array(source.utf8), name: name, vocabulary: vocabulary, host: host, body)
  }

  /// Runs a recipe whose functions can still be called until the evaluation is closed, which is the caller's to do.
  ///
  /// - Parameters:
  ///   - source: As above.
  ///   - budget: Shared by the evaluations that belong together; one of its own if left out.
  /// - Throws: if it came to nothing; then the worker is gone.
  package func begin(
    source: [UInt8], name: String, vocabulary: Vocabulary, host: any Host, budget: Budget? = nil
  ) throws(EvaluationError) -> (returned: [Value], evaluation: Evaluation) {
    var limits = limits
    limits.messageBytes = min(max(limits.messageBytes, Wire.leastMessage), Wire.mostMessage)
    let budget = budget ?? Budget(limits)
    let source = try SourceCheck.checked(source, name: name, limits: limits)
    let (channel, worker) = try start(limits, budget)
    let evaluation = Evaluation(
      channel, worker, name: name, vocabulary: vocabulary, host: host, limits: limits, budget: budget)
    do {
      try evaluation.greet(requiring: required)
      return (try evaluation.run(source), evaluation)
    } catch {
      evaluation.close()
      throw error
    }
  }

  private func start(_ limits: Limits, _ budget: Budget) throws(EvaluationError) -> (Channel, any Runner) {
    do {
      let (ours, theirs) = try connectedSockets()
      let channel = Channel(descriptor: ours, messageBytes: limits.messageBytes, patience: budget.patience)
      return (channel, try startWorker(socket: theirs))
    } catch {
      throw .worker(error)
    }
  }

  private func startWorker(socket: Int32) throws(WorkerFailure) -> any Runner {
    switch isolation {
    case .process(let program):
      defer { close(socket) }
      return try WorkerProcess(program: program, socket: socket)
    case .inProcess:
      do {
        return try WorkerThread(socket: socket)
      } catch {
        close(socket)
        throw error
      }
    }
  }
}
