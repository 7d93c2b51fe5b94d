internal import Graph

/// What a server says went wrong, in one of the forms in use. Short, and without the key.
struct Complaint: Hashable {
  /// For programs: `moderation_blocked`. Empty if there is none.
  let code: String
  /// For people.
  let message: String

  /// Reads the body of an answer that is no success.
  ///
  /// OpenAI and most who follow it: `{"error": {"message", "code"}}`. FastAPI: `{"detail": "…"}`, or a list of what is
  /// wrong with which field. Others: `{"error": "…"}`, `{"message": "…"}`, or plain text.
  init(_ body: [UInt8], key: Secret?) {
    let json = try? CanonicalJSON(parsing: body, atMost: HTTPLimits.complaintBytes, depth: 16)
    let error = json?["error"] ?? json
    let said = error?["message"]?.asText ?? error?.asText ?? Self.detail(json?["detail"])
    let plain = json == nil ? String(decoding: body.prefix(2048), as: UTF8.self) : nil
    self.init(
      code: Self.code(error?["code"] ?? error?["type"]), message: said ?? plain ?? "it does not say why", key: key)
  }

  /// - Parameter message: Anything that a server said.
  init(code: String = "", message: String, key: Secret?) {
    self.code = code
    self.message = Self.short(message, key: key)
  }

  private static func code(_ json: CanonicalJSON?) -> String { json?.asText ?? json?.asWhole.map { "\($0)" } ?? "" }

  private static func detail(_ json: CanonicalJSON?) -> String? {
    guard let items = json?.asItems, !items.isEmpty else { return json?.asText }
    return items.prefix(5).map { item in
      let place = item["loc"]?.asItems.compactMap { $0.asText ?? $0.asWhole.map { "\($0)" } }.joined(separator: ".")
      return [place, item["msg"]?.asText].compactMap(\.self).joined(separator: ": ")
    }.joined(separator: "; ")
  }

  /// One line of at most 400 characters, none of which would do something to a terminal.
  static func short(_ text: String, key: Secret?) -> String {
    let clean = String(String.UnicodeScalarView(text.unicodeScalars.prefix(4000).map { $0.isPlain ? $0 : " " }))
    // First the key, then the cut: half a key would not be found.
    let line = (key?.redacted(clean) ?? clean).split(separator: " ").joined(separator: " ")
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
