/// The worker itself failed; the recipe may be innocent.
package enum WorkerFailure: Error, Hashable, Sendable {
  /// The program is not there, or the system refused to start it.
  case cannotStart(String)
  /// It ended before it answered.
  case died(String)
  /// What it said is no message, or not one that belongs here.
  case nonsense(String)
  /// The host requires what this machine, or this way of evaluating, does not have.
  case unprotected(Protection)
}

extension WorkerFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotStart(let reason): "the worker cannot be started: \(reason)"
    case .died(let how): "the worker ended unexpectedly: \(how)"
    case .unprotected(let missing): "the worker lacks what this host requires: that \(missing)"
    case .nonsense(let what): "the worker sent what it should not: \(what)"
    }
  }
}
