package import Graph
package import Takes

/// Something that makes videos, as something that takes are bought of.
///
/// ```swift
/// let films = VideosServer(Server(address, key: key), model: "sora-2", offer: .sora)
/// let backend = VideoBackend("films", model: "sora-2", films, tariff: tariff, materials: { try .init(at: store.path(of: $0)) })
/// ```
package struct VideoBackend: Backend {
  package let name: String
  package let capabilities: Capabilities
  private let maker: any VideoMaking
  private let tariff: Tariff
  private let materials: @Sendable (Digest) throws -> VideoOrder.Material

  /// - Parameters:
  ///   - name: What requests call it.
  ///   - model: The one model that requests may name.
  ///   - kind: `.image` where the maker is a workflow that saves pictures.
  ///   - materials: Where the pictures and clips lie that go with requests.
  package init(
    _ name: String, model: String, _ maker: any VideoMaking, of kind: Request.Kind = .video, tariff: Tariff = .free,
    materials: @escaping @Sendable (Digest) throws -> VideoOrder.Material
  ) {
    (self.name, self.maker, self.tariff, self.materials) = (name, maker, tariff, materials)
    capabilities = Capabilities(maker.offer, of: kind, model: model, recall: maker.recall)
  }

  /// Looks at the pictures and clips, too.
  package func check(_ request: Request) throws(TakeError) {
    try capabilities.check(request)
    do throws(BackendError) {
      try maker.offer.check(VideoOrder(request, materials))
    } catch {
      throw TakeError(.unable, name, "\(error)")
    }
  }

  package func price(of request: Request) throws(TakeError) -> Money { try tariff.price(of: request) }

  /// Is not stopped on the way, for then nobody would know what was bought.
  package func submit(_ request: Request, key: Ticket.ID, _ call: Call) throws(Fault) -> JobID {
    try ask(call) { maker, _ throws(BackendError) in
      try maker.submit(VideoOrder(request, materials), key: key.text, nil)
    }.name
  }

  package func find(_ key: Ticket.ID, _ call: Call) throws(Fault) -> JobID? {
    try ask(call) { maker, stop throws(BackendError) in try maker.find(key: key.text, stop) }?.name
  }

  package func poll(_ job: JobID, _ call: Call) throws(Fault) -> Report {
    Report(try ask(call) { maker, stop throws(BackendError) in try maker.poll(job.text, stop) })
  }

  package func fetch(_ job: JobID, into path: String, _ call: Call) throws(Fault) -> Announcement {
    let file = try ask(call) { maker, stop throws(BackendError) in try maker.fetch(job.text, into: path, stop) }
    return Announcement(byteCount: file.byteCount, type: file.type)
  }

  /// What is done stays, because it is paid, and cancelling would have the server forget it.
  package func cancel(_ job: JobID, _ call: Call) throws(Fault) {
    if case .done = try poll(job, call).standing { throw .rejected("it is done") }
    try ask(call) { maker, stop throws(BackendError) in try maker.cancel(job.text, stop) }
  }

  /// Ends what cannot go on without us.
  package func leave() { maker.leave() }

  private func ask<R>(
    _ call: Call, _ body: (any VideoMaking, Cancellation?) throws(BackendError) -> R
  ) throws(Fault) -> R {
    do throws(BackendError) {
      return try body(maker.bounded(by: call.patience), Cancellation(whenReadable: call.stop.descriptor))
    } catch {
      throw Fault(error)
    }
  }
}
