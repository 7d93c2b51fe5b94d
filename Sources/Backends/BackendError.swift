/// Why a server, or a program, did not give what was asked of it.
///
/// No case holds a key, a query, or a header. What a server says about itself is cut to a few lines, without the key.
package enum BackendError: Error, Hashable, Sendable {
  case badAddress(problem: String)
  /// A workflow is none, or has no place for what goes into it.
  case badWorkflow(problem: String)
  /// The key would go over the network for everybody to read.
  case keyInTheClear(host: String)
  /// A file to be sent cannot be read, or a file to be made cannot be written.
  case file(path: String, problem: String)
  /// No connection; nothing was asked.
  case unreachable(host: String, problem: String)
  case timedOut(Stage, host: String, after: Duration)
  /// The connection ended in the middle. What was asked may have been done.
  case interrupted(host: String, problem: String)
  case cancelled
  case tooLarge(what: String, limit: Int)
  /// The server points to another place than its own, or in circles.
  case sentAway(host: String, problem: String)
  /// Another status than success. `retryAfter` is what the server asks for.
  case status(Int, message: String, retryAfter: Duration?)
  /// An answer that is not what the interface says.
  case nonsense(place: String, problem: String)
  /// The back end cannot do this. Found before it was asked, or told by it.
  case unsupported(parameter: String, value: String, wanted: String)
  /// The back end will not do this, for what it shows or says.
  case refused(reason: String)
  /// The back end tried, and could not.
  case failed(reason: String)
  /// The back end does not know it, or no longer.
  case expired

  package enum Stage: String, Hashable, Sendable { case connecting, silence, whole }
}

extension BackendError {
  /// Whether what was asked may have been done, and paid for, though no answer came: look before you ask again.
  package var mayHaveBeenDone: Bool {
    switch self {
    case .timedOut(let stage, _, _): stage != .connecting
    case .interrupted, .cancelled, .tooLarge, .nonsense, .sentAway: true
    case .status(let status, _, _): status >= 500
    default: false
    }
  }

  /// Whether asking for the same again, a little later, may help.
  package var isPassing: Bool {
    switch self {
    case .unreachable, .timedOut, .interrupted: true
    case .status(let status, _, _): [408, 409, 425, 429, 500, 502, 503, 504].contains(status)
    default: false
    }
  }

  /// How long the server asks to be left alone.
  package var retryAfter: Duration? {
    if case .status(_, _, let wait) = self { wait } else { nil }
  }
}

extension BackendError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badAddress(let problem): "the server's address cannot be used: \(problem)"
    case .badWorkflow(let problem): "the workflow cannot be used: \(problem)"
    case .keyInTheClear(let host): "the key would go to \(host) unencrypted; use https, or a server without a key"
    case .file(let path, let problem): "\(path): \(problem)"
    case .unreachable(let host, let problem): "\(host) cannot be reached: \(problem)"
    case .timedOut(let stage, let host, let time):
      "\(host) \(stage.words) \(time.inSeconds); ask for less, or allow more time"
    case .interrupted(let host, let problem): "the connection with \(host) broke off: \(problem)"
    case .cancelled: "cancelled"
    case .tooLarge(let what, let limit): "\(what) is larger than \(limit) bytes"
    case .sentAway(let host, let problem): "\(host) points elsewhere: \(problem)"
    case .status(let status, let message, let wait):
      "the server answered \(status)\(wait.map { ", to be asked again in \($0.inSeconds)" } ?? ""): \(message)"
    case .nonsense(let place, let problem): "the answer to \(place) is not what it should be: \(problem)"
    case .unsupported(let parameter, let value, let wanted):
      "\(parameter) \(value) cannot be had from this back end; \(wanted)"
    case .refused(let reason): "refused: \(reason)"
    case .failed(let reason): "it failed: \(reason)"
    case .expired: "the server does not know it, or no longer"
    }
  }
}

extension BackendError.Stage {
  fileprivate var words: String {
    switch self {
    case .connecting: "gave no connection within"
    case .silence: "was silent for"
    case .whole: "was not done after"
    }
  }
}

extension Duration {
  /// `2.5 s`.
  fileprivate var inSeconds: String {
    let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(Double(milliseconds) / 1000) s"
  }
}
