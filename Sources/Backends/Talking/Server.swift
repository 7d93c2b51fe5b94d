internal import Graph

/// A server that is asked more than once: where it is, the key it wants, and how long it may take.
package struct Server: Hashable, Sendable {
  package var address: WebAddress
  package var key: HTTPRequest.Key?
  package var client: HTTPClient

  package init(_ address: WebAddress, key: HTTPRequest.Key? = nil, client: HTTPClient = HTTPClient()) {
    (self.address, self.key, self.client) = (address, key, client)
  }

  /// Asks, and takes nothing but a success.
  ///
  /// - Parameter path: Where the body goes; nil for memory.
  /// - Throws: `.refused` if the server declines for what is asked; `.status` for anything else that is no success.
  func ask(
    _ method: HTTPRequest.Method, _ address: WebAddress, fields: [HTTPRequest.Field] = [],
    body: HTTPRequest.Body = .none, into path: String? = nil, _ cancellation: Cancellation? = nil
  ) throws(BackendError) -> HTTPResponse {
    let request = HTTPRequest(method, address, fields: fields, key: key, body: body)
    let response = try client.send(request, into: path, cancellation)
    guard response.isSuccess else { throw error(response) }
    return response
  }

  private func error(_ response: HTTPResponse) -> BackendError {
    let complaint = Complaint(response.body, key: key?.secret)
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
  func shown(_ text: String) -> String { Complaint.short(text, key: key?.secret) }
}

extension HTTPRequest.Body {
  static func json(_ members: [String: CanonicalJSON]) -> HTTPRequest.Body {
    .bytes(Array(CanonicalJSON.object(members).text.utf8), type: "application/json")
  }
}
