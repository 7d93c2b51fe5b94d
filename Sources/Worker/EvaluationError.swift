package import Confinement

/// Why an evaluation gave nothing.
package enum EvaluationError: Error {
  /// The source is not Lua, or not what is allowed of it.
  case syntax(ScriptError)
  /// The recipe raised an error.
  case runtime(ScriptError)
  /// The host's own error for a call, by which the recipe then ended, and the call's place; or, without a place, the
  /// error of the closure that received the returned values.
  case host(any Error, Place?)
  case tripped(Trip)
  case worker(WorkerFailure)
}

extension EvaluationError {
  /// Whether it ends all evaluations that are under way, rather than being an error that a recipe may catch.
  var isFinal: Bool {
    switch self {
    case .tripped, .worker: true
    case .syntax, .runtime: false
    case .host(let error, _): (error as? any HostError)?.isFinal ?? false
    }
  }
}

/// An error of the host's that knows whether a recipe may catch it. Any other may be caught.
package protocol HostError: Error {
  /// Whether all evaluations that are under way end by it: so it is where something has run out.
  var isFinal: Bool { get }
}

extension EvaluationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .syntax(let error), .runtime(let error): error.description
    case .host(let error, let place?): "\(place): \(error)"
    case .host(let error, nil): "\(error)"
    case .tripped(let trip): trip.description
    case .worker(let failure): failure.description
    }
  }
}
