internal import Glibc
internal import Graph

extension Job {
  /// Reads the object `video`.
  ///
  /// - Parameter place: What was asked, for the error.
  /// - Throws: `.nonsense` if it has no name, or a state that the interface does not have.
  init(
    video: CanonicalJSON, of place: String, _ server: Server, askAgain: Duration? = nil
  ) throws(BackendError) {
    guard let id = Self.id(video["id"]?.asText) else {
      throw .nonsense(place: place, problem: "it has no id")
    }
    guard let state = State(video: video, server) else {
      let status = server.shown(video["status"]?.text ?? "none")
      throw .nonsense(place: place, problem: "the status is \(status); wanted queued, in_progress, completed or failed")
    }
    self.init(
      id, state, askAgain: askAgain, model: video["model"]?.asText.map { server.shown($0) },
      prompt: video["prompt"]?.asText,
      created: video["created_at"]?.asWhole.map { Int64($0) })
  }
}

extension Job.State {
  fileprivate init?(video: CanonicalJSON, _ server: Server) {
    switch video["status"]?.asText {
    case "queued": self = .queued(place: nil)
    // Percent. Servers that do not know say 0.
    case "in_progress": self = .running(progress: video["progress"]?.asNumber.map { min(max($0, 0), 100) / 100 })
    case "completed":
      let until = video["expires_at"]?.asWhole.map { Int64($0) }
      self = until.map { $0 <= Int64(time(nil)) } == true ? .expired : .done(until: until)
    case "failed":
      let complaint = Complaint(video["error"] ?? .null, server.redaction)
      self = complaint.isRefusal ? .refused(reason: complaint.message) : .failed(reason: complaint.message)
    case "cancelled", "canceled": self = .cancelled
    case "expired": self = .expired
    default: return nil
    }
  }
}

extension HTTPResponse {
  /// When the server wants to be asked again: `Retry-After`, or OpenAI's own header, in milliseconds.
  var pace: Duration? {
    let own = self["openai-poll-after-ms"].flatMap { Int($0) }.map {
      Duration.milliseconds(min(max($0, 0), 86_400_000))
    }
    return own ?? retryAfter
  }
}
