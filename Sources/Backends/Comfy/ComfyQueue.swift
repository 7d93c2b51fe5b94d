internal import Graph

/// What a server of ComfyUI works at, and what waits.
struct ComfyQueue {
  /// An entry is a list: its number, its id, the workflow, and what came along.
  struct Entry {
    let number: Double
    let id: String
    /// The `client_id` that it was asked for with.
    let client: String?

    init?(_ json: CanonicalJSON) {
      let items = json.asItems
      guard items.count >= 2, let number = items[0].asNumber, let id = Job.id(items[1].asText) else { return nil }
      (self.number, self.id) = (number, id)
      client = items.count > 3 ? items[3]["client_id"]?.asText : nil
    }
  }

  let running: [Entry]
  /// In the order in which they will run: by number, whatever the order of the list.
  let waiting: [Entry]

  init(_ json: CanonicalJSON) {
    running = (json["queue_running"]?.asItems ?? []).compactMap { Entry($0) }
    waiting = (json["queue_pending"]?.asItems ?? []).compactMap { Entry($0) }.sorted { $0.number < $1.number }
  }

  /// Nil if it is neither running nor waiting.
  func state(of id: String) -> Job.State? {
    if running.contains(where: { $0.id == id }) { return .running(progress: nil) }
    return waiting.firstIndex { $0.id == id }.map { .queued(place: $0 + running.count) }
  }
}
