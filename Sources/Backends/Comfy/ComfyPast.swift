internal import Graph

/// What the history of ComfyUI says of a job that ended.
struct ComfyPast {
  /// A file on the server.
  struct File: Hashable {
    let name: String
    let folder: String
    let type: String

    var query: [(String, String)] { [("filename", name), ("subfolder", folder), ("type", type)] }

    /// Videos before pictures that move, and these before others.
    var rank: Int {
      let ending = name.split(separator: ".").last?.lowercased() ?? ""
      return ["mp4", "webm", "mov", "mkv"].contains(ending) ? 0 : ["gif", "webp"].contains(ending) ? 1 : 2
    }
  }

  let state: Job.State
  /// What was saved, the likeliest first.
  let files: [File]

  init(_ json: CanonicalJSON, _ server: Server) {
    files = Self.files(json["outputs"])
    let messages = (json["status"]?["messages"]?.asItems ?? []).map(\.asItems).filter { $0.count >= 2 }
    let kinds = messages.map { $0[0].asText }
    if let error = messages.first(where: { $0[0].asText == "execution_error" })?[1] {
      state = .failed(reason: server.shown(Self.reason(error)))
    } else if kinds.contains("execution_interrupted") {
      state = .cancelled
    } else if json["status"]?["status_str"]?.asText == "error" {
      state = .failed(reason: "the server does not say why")
    } else if files.isEmpty {
      state = .failed(reason: "the workflow saved no video and no picture")
    } else {
      state = .done(until: nil)
    }
  }

  private static func reason(_ error: CanonicalJSON) -> String {
    let node = "node \(error["node_id"]?.asText ?? "?") (\(error["node_type"]?.asText ?? "?"))"
    return "\(node): \(error["exception_message"]?.asText ?? "it does not say why")"
  }

  /// Nodes list their files under names of their own: `images`, `gifs`, `videos`. Previews are left out.
  private static func files(_ outputs: CanonicalJSON?) -> [File] {
    let nodes = (outputs?.asMembers ?? [:]).sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
    let lists = nodes.flatMap { $0.value.asMembers.sorted { $0.key < $1.key }.map(\.value) }
    let files = lists.prefix(1000).flatMap { $0.asItems.prefix(1000).compactMap { File($0) } }
    return files.filter { $0.type == "output" }.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }
}

extension ComfyPast.File {
  fileprivate init?(_ json: CanonicalJSON) {
    guard let name = json["filename"]?.asText, !name.isEmpty else { return nil }
    self.init(name: name, folder: json["subfolder"]?.asText ?? "", type: json["type"]?.asText ?? "output")
  }
}
