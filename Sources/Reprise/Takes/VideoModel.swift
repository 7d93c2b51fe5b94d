import Backends
import Graph
import Takes

/// Where videos come from that a recipe asks for by name: a model server, or a program. What they make is recorded: a take,
/// which a post pins.
///
/// ```swift
/// runtime.models["wan"] = try .server("http://127.0.0.1:8091", price: .second("0.05 USD"))
/// runtime.models["mine"] = try .command(["/usr/local/bin/make-video"], can: VideoAbilities(seconds: [2, 4]))
/// ```
public struct VideoModel: Sendable {
  /// Files and clips that go with a request, by digest.
  typealias Materials = @Sendable (Digest) throws -> VideoOrder.Material

  /// - Parameter folder: Where programs write.
  typealias Maker = @Sendable (_ key: Key?, _ folder: String) throws -> any VideoMaking

  let key: KeySource?
  private let tariff: Tariff
  private let maker: Maker

  init(price: VideoPrice, key: KeySource?, maker: @escaping Maker) throws(RepriseError) {
    do {
      (self.key, self.maker, tariff) = (key, maker, try price.tariff)
    } catch {
      throw RepriseError(error)
    }
  }

  func price(of request: Request) throws(TakeError) -> Money { try tariff.price(of: request) }

  /// - Throws: `.unable` if it cannot make what is asked, or if nobody can tell what it would cost.
  func check(_ request: Request) throws {
    let backend = try backend(request.backend, key: nil, folder: "") { _ in
      throw TakeError(.missing, request.backend, "is only looked at")
    }
    try backend.capabilities.check(request)
    _ = try price(of: request)
  }

  func backend(
    _ name: String, key: Key?, folder: String, _ materials: @escaping Materials
  ) throws -> VideoBackend {
    try VideoBackend(name, model: "video", maker(key, folder), tariff: tariff, materials: materials)
  }
}

extension VideoModel {
  /// A server that speaks `/v1/videos`.
  ///
  /// - Parameters:
  ///   - address: `https://videos.example`, with `/v1` at the end or without.
  ///   - model: Nil for the server's own.
  public static func server(
    _ address: String, model: String? = nil, can: VideoAbilities = .vllmOmni, key: KeySource? = nil,
    price: VideoPrice = .free
  ) throws(RepriseError) -> VideoModel {
    let address = try web(address)
    return try VideoModel(price: price, key: key) { key, _ in
      VideosServer(Server(address, key: key), model: model, offer: can.offer)
    }
  }

  /// A server of ComfyUI, with one workflow.
  ///
  /// - Parameters:
  ///   - workflow: The path of the workflow, as ComfyUI exports it for programs.
  ///   - names: What goes where in it, as JSON: `{"prompt": "6.text", "seed": ["3.seed", "7.seed"]}`.
  ///   - controls: Which of these names are kinds of clips that hold the video in shape.
  ///   - can: What it takes, where the names do not tell.
  public static func comfy(
    _ address: String, workflow: String, names: String, controls: [String] = [], can: VideoAbilities? = nil,
    key: KeySource? = nil, price: VideoPrice = .free
  ) throws(RepriseError) -> VideoModel {
    let address = try web(address)
    let file = try LocalFile.bytes(of: workflow, atMost: 8 << 20, kind: "workflow")
    let maker: Maker = { key, _ in
      try ComfyServer(
        Server(address, key: key), Workflow(file, names: Array(names.utf8)), controls: controls, offer: can?.offer)
    }
    do { _ = try maker(nil, "") } catch { throw RepriseError(error) }
    return try VideoModel(price: price, key: key, maker: maker)
  }

  /// A program that reads JSON and writes a file: docs/models.md says how.
  ///
  /// - Parameter arguments: Its path and what it is told.
  public static func command(
    _ arguments: [String], can: VideoAbilities = VideoAbilities(), price: VideoPrice = .free
  ) throws(RepriseError) -> VideoModel {
    guard arguments.first?.isEmpty == false else {
      throw RepriseError(.usage, code: "model", came: "a model's command is empty", remedy: "name a program")
    }
    return try VideoModel(price: price, key: nil) { _, folder in
      VideoProgram(arguments, folder: folder, offer: can.offer)
    }
  }

  private static func web(_ address: String) throws(RepriseError) -> WebAddress {
    do { return try WebAddress(address) } catch { throw RepriseError(error) }
  }
}
