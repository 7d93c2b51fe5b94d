/// Asks servers over HTTP, one question at a time.
///
/// Calls block the thread that makes them, so none belongs on the cooperative pool. They end within the limits, or at once
/// when they are cancelled. There are no cookies, no proxies and no kept connections; certificates are verified.
package struct HTTPClient: Hashable, Sendable {
  package var limits: HTTPLimits
  /// Whether keys may go to other machines without encryption.
  package var trustsNetwork: Bool

  package init(limits: HTTPLimits = HTTPLimits(), trustsNetwork: Bool = false) {
    (self.limits, self.trustsNetwork) = (limits, trustsNetwork)
  }

  /// Sends a request and waits for all of the answer.
  ///
  /// A `GET` follows where its own server sends it on to, five times at most; nothing else does.
  ///
  /// - Parameter path: Where the body of a success goes; nil for memory. The file is there when it is whole, or not at all.
  /// - Returns: The answer, whatever its status.
  /// - Throws: Everything but `.status` and what is about an answer's meaning.
  package func send(
    _ request: HTTPRequest, into path: String? = nil, _ cancellation: Cancellation? = nil
  ) throws(BackendError) -> HTTPResponse {
    guard request.authorization == nil || trustsNetwork || !request.address.isInTheClear else {
      throw .keyInTheClear(host: request.address.host)
    }
    let start = ContinuousClock.now
    var request = request
    for _ in 0...5 {
      let response = try exchange(request, since: start, into: path, cancellation)
      guard (300...399).contains(response.status) else { return response }
      request.address = try next(request, response)
    }
    throw .sentAway(host: request.address.host, problem: "in circles")
  }

  private func exchange(
    _ request: HTTPRequest, since start: ContinuousClock.Instant, into path: String?, _ cancellation: Cancellation?
  ) throws(BackendError) -> HTTPResponse {
    let download = try path.map { path throws(BackendError) in try Download(of: path) }
    let incoming = Incoming(atMost: limits.byteCount, file: download)
    try Transfer(request, within: limits, since: start, to: incoming).run(cancellation)
    let response = incoming.response()
    if response.isSuccess { try download?.finish() }
    return response
  }

  /// Where an answer sends a request on to.
  private func next(_ request: HTTPRequest, _ response: HTTPResponse) throws(BackendError) -> WebAddress {
    let host = request.address.host
    guard request.method == .get, let location = response["location"] else {
      throw .sentAway(host: host, problem: "status \(response.status), where an answer was expected")
    }
    let next: WebAddress
    do { next = try request.address.resolving(location) } catch {
      throw .sentAway(host: host, problem: "to no address")
    }
    // Which server that would be is not said: its name is the answer's, and may hold what came with the request.
    guard next.hasOrigin(of: request.address) else {
      throw .sentAway(host: host, problem: "to another server; give the address where it leads")
    }
    return next
  }
}
