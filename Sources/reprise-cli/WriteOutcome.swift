import Reprise

/// What a model wrote, and what it took, for people and for programs.
struct WriteOutcome {
  let writing: Writing
  let output: String?

  /// `qwen3-coder: draft 1, 3120 tokens, free; draft 2, 3300 tokens, free, recorded`
  var costs: String {
    let drafts = writing.drafts.enumerated().map { index, draft in
      (["draft \(index + 1)", draft.tokens.map { "\($0) tokens" }, draft.cost] + [draft.isRecorded ? "recorded" : nil])
        .compactMap(\.self).joined(separator: ", ")
    }
    return "\(writing.model): \(drafts.joined(separator: "; "))".printable
  }

  var json: JSON {
    .object([
      ("text", .string(writing.text)), ("output", .string(output)), ("model", .string(writing.model)),
      ("mistake", writing.mistake.map(JSON.error) ?? .null), ("drafts", .array(writing.drafts.map(JSON.draft))),
    ])
  }
}

extension JSON {
  fileprivate static func draft(_ draft: Writing.Draft) -> JSON {
    .object([
      ("text", .string(draft.text)), ("mistake", draft.mistake.map(JSON.error) ?? .null),
      ("warnings", .array(draft.warnings.map(JSON.warning))), ("tokens", .number(draft.tokens)),
      ("cost", .string(draft.cost)), ("isRecorded", .bool(draft.isRecorded)),
    ])
  }
}
