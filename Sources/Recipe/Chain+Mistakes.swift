import Worker

extension Chain {
  /// By whose mistake a recipe came to nothing. What ends everything stays as it is, with a place.
  func mistake(_ error: EvaluationError, in name: String) -> any Error {
    let here = Place(chunk: name, line: 0)
    switch error {
    case .syntax(let script): return RecipeError(.syntax, script.message, place: script.place)
    case .runtime(let script): return mistake(script)
    case .host(let error as RecipeError, let place): return error.located(at: place ?? here)
    case .host(let error, _): return error
    case .tripped(var trip):
      trip.place = trip.place ?? here
      return EvaluationError.tripped(trip)
    case .worker: return error
    }
  }

  private func mistake(_ script: ScriptError) -> RecipeError {
    let isName = unknownNames.contains(script.message)
    // Lua's own functions say so of arguments that are no numbers.
    let remedy = script.message.contains("got \(Tracer.value)") ? "inside shade(…), write sin(x), not math.sin(x)" : nil
    var mistake = RecipeError(isName ? .unknownName : .runtime, script.message, remedy: remedy, place: script.place)
    mistake.traceback = script.traceback.map { Place(chunk: script.place.chunk, line: $0.line) }
    return mistake
  }
}
