internal import Glibc
internal import Graph

extension Run {
  /// Downloads what was made, looks at it, and puts it on the shelf.
  func fetch(_ job: JobID, _ receipt: Receipt) throws(Fault) -> Errand.Event {
    let path: String
    do throws(TakeError) { path = try buyer.ledger.newPath(for: ticket.id) } catch { return .blocked("\(error)") }
    // A crash may have left one.
    unlink(path)
    defer { unlink(path) }
    // A large file takes its time: what comes without end is the back end's to stop.
    let announced = try backend.fetch(job, into: path, Call(patience: buyer.patience, stop: call.stop))
    let byteCount = try inspect(path, announced)
    let type = announced.type.map { buyer.redaction.clean($0, atMost: 100) }
    do {
      let object = try buyer.shelf.keep(contentsOf: path)
      return .fetched(Delivery(object: object, byteCount: byteCount, type: type, receipt: receipt))
    } catch {
      return .blocked(buyer.redaction.clean("it cannot be kept: \(error)"))
    }
  }

  /// Length, type, and whether it can be decoded.
  private func inspect(_ path: String, _ announced: Announcement) throws(Fault) -> Int {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 else { throw .spoilt("nothing came") }
    let size = Int(status.st_size)
    if let count = announced.byteCount, count != size { throw .spoilt("\(size) of \(count) bytes came") }
    if let type = announced.type, !ticket.request.kind.mayBe(type) {
      throw .spoilt("\(type.shown(atMost: 100)) came, not \(ticket.request.kind.rawValue)")
    }
    do { try buyer.check(path, ticket.request.kind) } catch { throw .spoilt("it cannot be decoded: \(error)") }
    return size
  }
}

extension Request.Kind {
  /// Whether something of this kind may come as this type. A server that does not know what it sends is believed the
  /// decoder, which looks next.
  fileprivate func mayBe(_ type: String) -> Bool {
    let type = type.lowercased()
    if type.hasPrefix("application/octet-stream") { return true }
    switch self {
    // Pictures that move, too: workflows of ComfyUI save them.
    case .video: return type.hasPrefix("video/") || ["image/gif", "image/webp"].contains(type)
    case .speech: return type.hasPrefix("audio/")
    case .image: return type.hasPrefix("image/")
    case .sceneText: return type.hasPrefix("text/") || type.hasPrefix("application/json")
    }
  }
}
