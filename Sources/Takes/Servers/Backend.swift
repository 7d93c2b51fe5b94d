/// A server, or a program, that makes things for money or for nothing.
///
/// Calls block the thread that makes them, so none is made on the cooperative pool. They return when it is over, when
/// `call.patience` has passed, or soon after `call.stop` is set; only `submit` may go on until it knows what was bought. One
/// that changes nothing may be made any number of times.
package protocol Backend: Sendable {
  var name: String { get }
  var capabilities: Capabilities { get }

  /// Looks whether a request can be honoured. Nobody is asked.
  ///
  /// - Throws: `.unable` with the first thing that it cannot.
  func check(_ request: Request) throws(TakeError)

  /// What a request would cost. Nobody is asked.
  func price(of request: Request) throws(TakeError) -> Money

  /// Asks for something, which costs money.
  ///
  /// - Parameter key: The ticket: the idempotency key, where the server takes one; what its list is searched for, where
  ///   it has one.
  func submit(_ request: Request, key: Ticket.ID, _ call: Call) throws(Fault) -> JobID

  /// Looks in the server's list for what was asked for with a key; nil if it is not there.
  ///
  /// Called only where `capabilities.recall` is `.list`.
  func find(_ key: Ticket.ID, _ call: Call) throws(Fault) -> JobID?

  func poll(_ job: JobID, _ call: Call) throws(Fault) -> Report

  /// Writes what was made into a new file.
  func fetch(_ job: JobID, into path: String, _ call: Call) throws(Fault) -> Announcement

  /// Asks the server to stop. A job that is done already stays done.
  func cancel(_ job: JobID, _ call: Call) throws(Fault)
}

extension Backend {
  package func check(_ request: Request) throws(TakeError) { try capabilities.check(request) }

  package func find(_ key: Ticket.ID, _ call: Call) throws(Fault) -> JobID? { nil }

  package func cancel(_ job: JobID, _ call: Call) throws(Fault) {
    throw .rejected("\(name) cannot cancel")
  }
}

/// The bounds of one call.
package struct Call: Sendable {
  package let patience: Duration
  package let stop: Stop

  package init(patience: Duration, stop: Stop) {
    (self.patience, self.stop) = (patience, stop)
  }
}

/// What a server said of a file before it sent it.
package struct Announcement: Hashable, Sendable {
  package let byteCount: Int?
  /// `video/mp4`
  package let type: String?

  package init(byteCount: Int?, type: String?) {
    (self.byteCount, self.type) = (byteCount, type)
  }
}
