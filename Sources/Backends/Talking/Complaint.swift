internal import Graph
internal import Takes

/// What a server says went wrong, in one of the forms in use. Short, and without the key.
struct Complaint: Hashable {
  /// For programs: `moderation_blocked`. Empty if there is none.
  let code: String
  /// For people.
  let message: String

  /// Reads the body of an answer that is no success.
  init(_ body: [UInt8], _ redaction: Redaction) {
    if let json = try? CanonicalJSON(parsing: body, atMost: HTTPLimits.complaintBytes, depth: 16) {
      self.init(json, redaction)
    } else {
      self.init(message: String(decoding: body.prefix(4096), as: UTF8.self), redaction)
    }
  }

  /// OpenAI and most who follow it: `{"error": {"message", "code"}}`. FastAPI: `{"detail": "…"}`, an object, or
  /// a list of what is wrong with which field. ComfyUI: what is wrong with which node. Others: `{"error": "…"}` or `{"message": "…"}`.
  init(_ json: CanonicalJSON, _ redaction: Redaction) {
    let error = json["error"] ?? json
    let code = error["code"] ?? error["type"]
    let said =
      Self.nodes(json["node_errors"]) ?? error["message"]?.asText ?? error.asText ?? Self.detail(json["detail"])
    self.init(code: code?.asText ?? code?.asWhole.map { "\($0)" } ?? "", message: said ?? "", redaction)
  }

  /// - Parameter message: Anything that a server said.
  init(code: String = "", message: String, _ redaction: Redaction) {
    self.code = code
    let message = Self.short(message, redaction)
    self.message = message.isEmpty ? "it does not say why" : message
  }

  private static func detail(_ json: CanonicalJSON?) -> String? {
    guard let items = json?.asItems, !items.isEmpty else {
      return json?.asText ?? json?["message"]?.asText ?? json?["error"]?.asText
    }
    return items.prefix(5).map { item in
      let place = item["loc"]?.asItems.compactMap { $0.asText ?? $0.asWhole.map { "\($0)" } }.joined(separator: ".")
      return [place, item["msg"]?.asText].compactMap(\.self).joined(separator: ": ")
    }.joined(separator: "; ")
  }

  private static func nodes(_ json: CanonicalJSON?) -> String? {
    let nodes = (json?.asMembers ?? [:]).sorted { $0.key < $1.key }
    let lines = nodes.prefix(5).flatMap { id, node in
      (node["errors"]?.asItems ?? []).prefix(3).map { error in
        let words = [error["message"]?.asText, error["details"]?.asText].compactMap(\.self).filter { !$0.isEmpty }
        return "node \(id) (\(node["class_type"]?.asText ?? "?")): \(words.joined(separator: ": "))"
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "; ")
  }

  /// One line of at most 400 characters, none of which would do something to a terminal.
  static func short(_ text: String, _ redaction: Redaction) -> String {
    let clean = String(String.UnicodeScalarView(text.unicodeScalars.prefix(4000).map { $0.isPlain ? $0 : " " }))
    // First the key, then the cut: half a key would not be found.
    let line = redaction.redact(clean).split(separator: " ").joined(separator: " ")
    return line.count > 400 ? line.prefix(399) + "…" : line
  }

  /// Whether the server declines for what the request shows or says, rather than for how it is made.
  ///
  /// The codes are those of OpenAI, Azure, and servers that follow them.
  var isRefusal: Bool {
    ["moderation", "content_policy", "content_filter", "responsibleai", "sentinel_block", "safety", "nsfw"]
      .contains { code.lowercased().contains($0) }
  }
}

extension Unicode.Scalar {
  fileprivate var isPlain: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }
}
