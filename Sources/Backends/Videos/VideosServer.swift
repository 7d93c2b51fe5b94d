internal import Glibc
internal import Graph
internal import Media
package import Takes

/// A server that makes videos by the interface `/v1/videos`, as OpenAI published it and vLLM-Omni and others extend it.
package struct VideosServer: VideoMaking {
  package let offer: VideoOffer
  package let recall: Recall
  /// Its limits hold for every call, and may be changed from call to call.
  package var server: Server
  private let model: String?
  private let videoLimit: Int

  /// - Parameters:
  ///   - server: Its address, with `/v1` at the end or without.
  ///   - model: Nil for the server's own.
  ///   - keyTime: How long the server keeps keys, if it is known to honour them.
  ///   - videoLimit: Of a video, in bytes.
  package init(
    _ server: Server, model: String?, offer: VideoOffer, keyTime: Duration? = nil, videoLimit: Int = 2 << 30
  ) {
    (self.server, self.model, self.offer, self.videoLimit) = (server, model, offer, videoLimit)
    recall = keyTime.map { .key(lasting: $0) } ?? .nothing
  }

  package func bounded(by patience: Duration) -> VideosServer {
    var copy = self
    copy.server = server.bounded(by: patience)
    return copy
  }

  /// The key goes as `Idempotency-Key`, which servers may honour or not.
  package func submit(
    _ order: VideoOrder, key: String, _ cancellation: Cancellation? = nil
  ) throws(BackendError) -> Job {
    try checkKey(key)
    try offer.check(order)
    let fields = [HTTPRequest.Field("Idempotency-Key", key)].compactMap(\.self)
    let answer = try server.ask(.post, address(), fields: fields, body: form(of: order), cancellation)
    return try job(answer, of: "POST /v1/videos")
  }

  /// Nil: the interface cannot be asked for keys. `jobs` shows what there is.
  package func find(key: String, _ cancellation: Cancellation? = nil) throws(BackendError) -> Job? { nil }

  /// What the server has, the newest first; 100 at most.
  package func jobs(_ cancellation: Cancellation? = nil) throws(BackendError) -> [Job] {
    let query = [("limit", "100"), ("order", "desc")]
    let answer = try server.ask(.get, server.address.version1(["videos"], query: query), cancellation)
    let place = "GET /v1/videos"
    let items = try server.json(answer, of: place)["data"]?.asItems ?? []
    return try items.prefix(100).map { item throws(BackendError) in try Job(video: item, of: place, server) }
  }

  package func poll(_ id: String, _ cancellation: Cancellation? = nil) throws(BackendError) -> Job {
    do {
      return try job(server.ask(.get, address(id), cancellation), of: "GET /v1/videos/{id}")
    } catch {
      throw error.isNotFound ? .expired : error
    }
  }

  package func fetch(
    _ id: String, into path: String, _ cancellation: Cancellation? = nil
  ) throws(BackendError) -> VideoFile {
    var patient = server
    patient.client.limits.byteCount = videoLimit
    let place = "GET /v1/videos/{id}/content"
    do {
      let answer = try patient.ask(.get, address(id, "content"), into: path, cancellation)
      try check(answer, at: path, of: place)
      return try VideoFile(at: path, of: place, wanted: ["video/"])
    } catch {
      throw error.isNotFound ? .expired : error
    }
  }

  private func check(_ answer: HTTPResponse, at path: String, of place: String) throws(BackendError) {
    let type = answer.type ?? "application/octet-stream"
    guard !type.hasPrefix("video/"), type != "application/octet-stream" else { return }
    unlink(path)
    throw .nonsense(place: place, problem: "wanted a video; it says that it is \(server.shown(type))")
  }

  /// Deletes it, which ends it where it runs.
  package func cancel(_ id: String, _ cancellation: Cancellation? = nil) throws(BackendError) {
    do {
      _ = try server.ask(.delete, address(id), cancellation)
    } catch {
      guard error.isNotFound else { throw error }
    }
  }

  private func address(_ names: String...) -> WebAddress { server.address.version1(["videos"] + names) }

  private func job(_ answer: HTTPResponse, of place: String) throws(BackendError) -> Job {
    try Job(video: server.json(answer, of: place), of: place, server, askAgain: answer.pace)
  }

  private func form(of order: VideoOrder) -> HTTPRequest.Body {
    var parts = [HTTPRequest.Part("prompt", .text(order.prompt))]
    let plain = [
      ("model", model), ("seconds", order.seconds.map { "\($0)" }), ("size", order.size.map { "\($0)" }),
      ("seed", order.seed.map { "\($0)" }),
    ]
    parts += plain.compactMap { name, value in value.map { .init(name, .text($0)) } }
    parts += order.settings.sorted { $0.key < $1.key }.map { .init($0, .text($1.asText ?? $1.text)) }
    if let reference = order.reference { parts.append(reference.part("input_reference")) }
    for (kind, material) in order.controls.sorted(by: { $0.key < $1.key }) {
      parts += [material.part("control_reference"), .init("control_type", .text(kind))]
    }
    return .form(parts)
  }
}

extension VideoOrder.Material {
  func part(_ name: String) -> HTTPRequest.Part {
    .init(name, .file(path: path, fileName: fileName(name), type: type))
  }
}

extension BackendError {
  /// Whether the server says that there is no such thing, or no longer.
  var isNotFound: Bool {
    if case .status(let status, _, _) = self { status == 404 || status == 410 } else { false }
  }
}
