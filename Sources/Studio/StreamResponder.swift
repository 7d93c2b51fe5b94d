import HTTPTypes
import Hummingbird
import Reprise
import ServiceLifecycle
import Synchronization

/// Answers the requests of players and of the page:
///
///     /                        the page that plays the stream, and its parts
///     /stream/playlist.m3u8    for any player of HTTP Live Streaming
///     /stream/init.mp4         what a player has to know first
///     /stream/12.m4s           a segment, drawn if need be
///     /stream/status.json      what has become of each segment
final class StreamResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  private let name: String
  private let stream: VideoStream
  /// Names by which the machine may be asked; nil for any.
  private let hosts: Set<String>?
  private let viewers = Atomic<Int>(0)

  init(name: String, stream: VideoStream, hosts: Set<String>?) {
    (self.name, self.stream, self.hosts) = (name, stream, hosts)
  }

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    var response = try await answer(request)
    if request.method == .head { response = response.createHeadResponse() }
    response.headers.append(contentsOf: StreamResponder.protection)
    return response
  }

  private func answer(_ request: Request) async throws -> Response {
    guard isForUs(request) else {
      return .words(.misdirectedRequest, "this server answers to its own address only, such as http://127.0.0.1")
    }
    guard request.method == .get || request.method == .head else {
      return .words(.methodNotAllowed, "\(request.method.rawValue) is not for here", [.allow: "GET, HEAD"])
    }
    switch request.uri.path {
    case "/stream/playlist.m3u8": return playlist
    case "/stream/status.json": return try await status()
    case "/stream/init.mp4":
      let bytes = stream.initialization
      return ByteAnswer(bytes: bytes, type: "video/mp4", tag: "\"\(Checksum(of: bytes))\"").response(to: request)
    case let path:
      if let index = StreamResponder.segment(in: path) { return try await segment(index, request) }
      return Page.part(at: path)?.response(to: request) ?? StreamResponder.missing(path)
    }
  }

  // MARK: The stream

  /// Each player that reads the playlist gets a name of its own, so that its seeks are told from other viewers' places.
  private var playlist: Response {
    let viewer = viewers.add(1, ordering: .relaxed).newValue
    let text = stream.playlist(initialization: "init.mp4") { "\($0).m4s?viewer=\(viewer)" }
    return Response(
      status: .ok, headers: [.contentType: "application/vnd.apple.mpegurl", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private func segment(_ index: Int, _ request: Request) async throws -> Response {
    do {
      let tag = "\"\(try await stream.tag(of: index))\""
      if let response = ByteAnswer.unchanged(tag, request) { return response }
      let bytes = try await bytes(of: index, request)
      var response = ByteAnswer(bytes: bytes, type: "video/iso.segment", tag: tag).response(to: request)
      // Whether the player is still there was found out by listening to the end of the connection.
      response.headers[.connection] = "close"
      return response
    } catch let error as RepriseError where error.kind == .cancelled {
      return .words(.serviceUnavailable, "the server is stopping")
    } catch let error as RepriseError where error.kind == .usage {
      return .words(.notFound, "\(error)")
    } catch let error as RepriseError {
      return .words(.internalServerError, "segment \(index): \(error)")
    }
  }

  /// Draws a segment as long as the player waits for it and the server runs.
  private func bytes(of index: Int, _ request: Request) async throws -> [UInt8] {
    let viewer = request.uri.queryParameters["viewer"].map(String.init) ?? ""
    return try await withGracefulShutdownHandler {
      try await request.body.consumeWithCancellationOnInboundClose { [stream] _ in
        try await stream.segment(index, for: viewer)
      }
    } onGracefulShutdown: { [stream] in
      stream.close()
    }
  }

  /// `/stream/12.m4s`
  private static func segment(in path: String) -> Int? {
    guard path.hasPrefix("/stream/"), path.hasSuffix(".m4s") else { return nil }
    let digits = path.dropFirst(8).dropLast(4)
    return digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
  }

  private func status() async throws -> Response {
    let status = StreamStatus(name: name, stream: stream, states: await stream.states())
    return Response(
      status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: try status.json())))
  }

  // MARK: Manners

  private static func missing(_ path: String) -> Response {
    .words(.notFound, "there is nothing at \(path.prefix(200)); the page is at /, the stream at /stream/playlist.m3u8")
  }

  /// A page of another site may lead its own name to this machine; what it asks for then bears that name.
  private func isForUs(_ request: Request) -> Bool {
    guard let hosts, let authority = request.head.authority else { return true }
    let name = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    return hosts.contains(name.lowercased())
  }

  /// Nothing from elsewhere runs in the page, and no other site looks at what is here.
  private static let protection = HTTPFields(
    [
      "Content-Security-Policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; media-src 'self' blob:; "
        + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
      "Cross-Origin-Resource-Policy": "same-origin",
    ].compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } })
}
