/// Why a call to a server did not succeed. What matters is whether something may have been bought.
package enum Fault: Error, Hashable, Sendable {
  /// Turned away for now, and nothing was done: 429, 503. With what `Retry-After` said.
  case busy(after: Duration?)
  /// It never arrived: no connection, no such host.
  case unreachable(String)
  /// No answer that says anything: cut, too slow, 500. It may have been done.
  case lost(String)
  /// The server will not do this: moderation. Final.
  case refused(String)
  /// The request is wrong or not allowed: 400, 401, 403. Nothing was done.
  case rejected(String)
  /// The server knows of no such job: 404, 410.
  case unknown
  /// What came is not what it has to be: cut short, of another type, not to be decoded.
  case spoilt(String)

  package var reason: String {
    switch self {
    case .busy: "the server is busy"
    case .unreachable(let reason), .lost(let reason), .refused(let reason), .rejected(let reason), .spoilt(let reason):
      reason
    case .unknown: "the server knows of no such job"
    }
  }
}
