package import Graph

/// What is asked of a back end. Equal requests have equal digests on every machine, and the digest is the request's name.
///
/// Parameters have the same names with every back end, so that prices and capabilities can be told: `prompt` (what a
/// picture, a film or a scene is of), `text` (what is to be said), `seconds`, `size` (`1280x720`), `seed`, `voice`,
/// `speed`. Others are a back end's own.
package struct Request: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case video, speech, image
    case sceneText = "scene text"
  }

  /// Something that goes with the request: a reference picture, a control clip.
  package struct Input: Hashable, Sendable {
    /// What it is for: `reference`, `depth`.
    package let role: String
    package let object: Digest

    package init(role: String, object: Digest) {
      (self.role, self.object) = (role, object)
    }
  }

  package let kind: Kind
  package let backend: String
  package let model: String
  package let parameters: [String: CanonicalJSON]
  package let inputs: [Input]
  /// The SHA-256 of `json`.
  package let digest: Digest

  /// - Throws: `.malformed` for empty names or numbers that are not finite; `.tooLarge` beyond 256 KiB or 100 inputs.
  package init(
    _ kind: Kind, backend: String, model: String, parameters: [String: CanonicalJSON], inputs: [Input] = []
  ) throws(TakeError) {
    try Request.check([("backend", backend), ("model", model)] + inputs.map { ("input: role", $0.role) })
    try Request.check(.object(parameters), inputs)
    (self.kind, self.backend, self.model) = (kind, backend, model)
    (self.parameters, self.inputs) = (parameters, inputs)
    let text = Request.json(kind, backend, model, parameters, inputs).text
    guard text.utf8.count <= 256 << 10 else {
      throw TakeError(.tooLarge, "request", "has \(text.utf8.count) bytes", wanted: "at most 262144")
    }
    digest = Digest(of: text.utf8)
  }
}

extension Request {
  package var json: CanonicalJSON { Request.json(kind, backend, model, parameters, inputs) }

  private static func json(
    _ kind: Kind, _ backend: String, _ model: String, _ parameters: [String: CanonicalJSON], _ inputs: [Input]
  ) -> CanonicalJSON {
    .object([
      "format": .string("reprise-request/1"), "kind": .string(kind.rawValue), "backend": .string(backend),
      "model": .string(model), "parameters": .object(parameters), "inputs": .array(inputs.map(\.json)),
    ])
  }

  /// As it was written.
  ///
  /// - Precondition: `digest` is that of what `json` gives.
  init(
    _ kind: Kind, backend: String, model: String, parameters: [String: CanonicalJSON], inputs: [Input], digest: Digest
  ) {
    (self.kind, self.backend, self.model) = (kind, backend, model)
    (self.parameters, self.inputs, self.digest) = (parameters, inputs, digest)
  }
}

extension Request.Input {
  fileprivate var json: CanonicalJSON { .object(["role": .string(role), "object": .string("sha256:\(object)")]) }
}

extension Request {
  private static func check(_ names: [(String, String)]) throws(TakeError) {
    for (place, name) in names {
      if let problem = name.problemAsName() { throw TakeError(.malformed, "request: \(place)", problem) }
    }
  }

  private static func check(_ parameters: CanonicalJSON, _ inputs: [Input]) throws(TakeError) {
    guard parameters.isFinite(within: 32) else {
      throw TakeError(
        .malformed, "request: parameters", "hold a number that is not finite, or lists within lists within lists",
        wanted: "plain values")
    }
    guard inputs.count <= 100 else {
      throw TakeError(.tooLarge, "request: inputs", "are \(inputs.count)", wanted: "at most 100")
    }
  }
}

extension CanonicalJSON {
  /// Whether it can be written, and read back.
  fileprivate func isFinite(within depth: Int) -> Bool {
    switch self {
    case .number(let number): number.isFinite
    case .array(let items): depth > 0 && items.allSatisfy { $0.isFinite(within: depth - 1) }
    case .object(let members): depth > 0 && members.values.allSatisfy { $0.isFinite(within: depth - 1) }
    case .null, .boolean, .string: true
    }
  }
}
