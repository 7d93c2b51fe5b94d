internal import Graph
package import Takes

/// A server that is asked more than once: where it is, the key it wants, and how long it may take.
package struct Server: Sendable {
  package var address: WebAddress
  package var client: HTTPClient
  let authorization: HTTPRequest.Authorization?
  /// Takes the key out of what the server says.
  let redaction: Redaction

  package init(
    _ address: WebAddress, authorization: HTTPRequest.Authorization? = nil, client: HTTPClient = HTTPClient()
  ) {
    (self.address, self.authorization, self.client) = (address, authorization, client)
    redaction = Redaction([authorization?.key].compactMap(\.self))
  }

  /// - Parameter key: Goes in `Authorization: Bearer`.
  package init(_ address: WebAddress, key: Key?, client: HTTPClient = HTTPClient()) {
    self.init(address, authorization: key.map { HTTPRequest.Authorization($0) }, client: client)
  }

  /// The same with calls that take no longer than this.
  func bounded(by patience: Duration) -> Server {
    var copy = self
    copy.client.limits.whole = min(client.limits.whole, patience)
    return copy
  }

  /// Asks, and takes nothing but a success.
  ///
  /// - Parameter path: Where the body goes; nil for memory.
  /// - Throws: `.refused` if the server declines for what is asked; `.status` for anything else that is no success.
  func ask(
    _ method: HTTPRequest.Method, _ address: WebAddress, fields: [HTTPRequest.Field] = [],
    body: HTTPRequest.Body = .none, into path: String? = nil, _ cancellation: Cancellation? = nil
  ) throws(BackendError) -> HTTPResponse {
    let request = HTTPRequest(method, address, fields: fields, authorization: authorization, body: body)
    let response = try client.send(request, into: path, cancellation)
    guard response.isSuccess else { throw error(response) }
    return response
  }

  private func error(_ response: HTTPResponse) -> BackendError {
    let complaint = Complaint(response.body, redaction)
    guard !complaint.isRefusal else { return .refused(reason: complaint.message) }
    return .status(response.status, message: complaint.message, retryAfter: response.retryAfter)
  }

  /// The JSON that an answer is.
  ///
  /// - Parameter place: What was asked, for the error: `POST /v1/videos`.
  func json(_ response: HTTPResponse, of place: String) throws(BackendError) -> CanonicalJSON {
    do {
      return try CanonicalJSON(parsing: response.body, atMost: client.limits.byteCount)
    } catch {
      throw .nonsense(place: place, problem: "byte \(error.offset): \(error.problem)")
    }
  }

  /// Something that a server said, fit to be shown.
  func shown(_ text: String) -> String { Complaint.short(text, redaction) }
}

extension HTTPRequest.Body {
  static func json(_ members: [String: CanonicalJSON]) -> HTTPRequest.Body {
    .bytes(Array(CanonicalJSON.object(members).text.utf8), type: "application/json")
  }
}
