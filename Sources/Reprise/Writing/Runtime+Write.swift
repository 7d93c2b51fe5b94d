import Backends
import Dispatch
import Graph
import Takes

extension Runtime {
  /// Has a model write what somebody wishes for, as recipe source that is shown before it is used: nothing is drawn.
  ///
  /// Each draft is checked; one that does not run goes back with its mistake. Answers are recorded in the store, as takes: the
  /// same wish with the same seed gives the same drafts again, for nothing and without the server. Cancelling the task
  /// stops waiting; a question that may have been paid is not asked again.
  /// - Parameters:
  ///   - wish: 1 to 10 000 characters.
  ///   - name: One of `writers`; may be left out where there is only one.
  ///   - rounds: Drafts at most, from 1 to 10.
  ///   - seed: From 0 to 2⁵³ − 1: another asks anew.
  ///   - progress: Told of each draft, on any thread, one at a time.
  /// - Returns: What was written, also if the last draft still has a mistake.
  public func write(
    _ wish: String, as form: Writing.Form = .scene, by name: String? = nil, rounds: Int = 4, seed: Int = 0,
    progress: @escaping @Sendable (Writing.Draft) -> Void = { _ in }
  ) async throws -> Writing {
    let stop = Stop()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(
            with: Result { () throws(RepriseError) in
              try write(wish, form, by: name, rounds: rounds, seed: seed, progress: progress, stop: stop)
            })
        }
      }
    } onCancel: {
      stop.set(.leave)
    }
  }

  /// The same, on the caller's thread.
  public func writeNow(
    _ wish: String, as form: Writing.Form = .scene, by name: String? = nil, rounds: Int = 4, seed: Int = 0,
    progress: @escaping @Sendable (Writing.Draft) -> Void = { _ in }
  ) throws(RepriseError) -> Writing {
    try write(wish, form, by: name, rounds: rounds, seed: seed, progress: progress, stop: Stop())
  }

  private func write(
    _ wish: String, _ form: Writing.Form, by name: String?, rounds: Int, seed: Int,
    progress: (Writing.Draft) -> Void, stop: Stop
  ) throws(RepriseError) -> Writing {
    guard (1...10_000).contains(wish.unicodeScalars.count), (1...10).contains(rounds), (0..<1 << 53).contains(seed)
    else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "the wish, the rounds or the seed is out of range",
        wanted: "1 to 10 000 characters, 1 to 10 rounds, a seed from 0 to less than 2^53")
    }
    do {
      let desk = try WritingDesk(self, writer: name, stop: stop)
      var conversation = Conversation(wish, as: form)
      var drafts: [Writing.Draft] = []
      while true {
        let answer = try desk.answer(to: conversation, seed: seed)
        let text = answer.source
        let (mistake, warnings) = try check(text, as: form)
        let draft = Writing.Draft(
          text: text, mistake: mistake, warnings: warnings, tokens: answer.tokens, cost: "\(answer.take.cost)",
          isRecorded: answer.isRecorded)
        drafts.append(draft)
        progress(draft)
        guard let mistake, drafts.count < rounds else {
          return Writing(model: answer.take.receipt.model ?? desk.model, drafts: drafts)
        }
        conversation.sendBack(text, mistake)
      }
    } catch {
      throw stop.wish == nil ? RepriseError(error) : RepriseError(CancellationError())
    }
  }
}
