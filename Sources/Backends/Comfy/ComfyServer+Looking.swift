internal import Graph

/// How a job stands: in the queue, running, or in the history.
extension ComfyServer {
  package func poll(_ id: String, _ cancellation: Cancellation? = nil) throws(BackendError) -> Job {
    if let past = try past(id, cancellation) { return Job(id, past.state) }
    if let state = try queue(cancellation).state(of: id) { return Job(id, state) }
    // It may have ended between the two questions.
    guard let past = try past(id, cancellation) else { throw .expired }
    return Job(id, past.state)
  }

  /// Looks through the queue and the last 50 of the history, each of which brings its workflow along, for a job that was asked for with a key.
  package func find(key: String, _ cancellation: Cancellation? = nil) throws(BackendError) -> Job? {
    let queue = try queue(cancellation)
    if let entry = (queue.running + queue.waiting).first(where: { $0.client == key }) {
      return Job(entry.id, queue.state(of: entry.id) ?? .queued(place: nil))
    }
    let history = try json(["history"], query: [("max_items", "50")], cancellation)
    for (id, entry) in history.asMembers.sorted(by: { $0.key < $1.key }) {
      guard let item = ComfyQueue.Entry(entry["prompt"] ?? .null), item.client == key, item.id == id else { continue }
      return Job(id, ComfyPast(entry, server).state)
    }
    return nil
  }

  func queue(_ cancellation: Cancellation?) throws(BackendError) -> ComfyQueue {
    ComfyQueue(try json(["queue"], cancellation))
  }

  /// Nil if the history does not have it.
  func past(_ id: String, _ cancellation: Cancellation?) throws(BackendError) -> ComfyPast? {
    try json(["history", id], cancellation)[id].map { ComfyPast($0, server) }
  }

  private func json(
    _ path: [String], query: [(String, String)] = [], _ cancellation: Cancellation?
  ) throws(BackendError) -> CanonicalJSON {
    let answer = try server.ask(.get, server.address.appending(path, query: query), cancellation)
    return try server.json(answer, of: "GET /\(path[0])")
  }
}
