import Foundation
import FoundationNetworking
import Reprise
import Testing

@testable import Studio

/// A server in this process, and somebody who asks it.
struct Visit {
  let address: String

  struct Answer {
    let status: Int
    let headers: [String: String]
    let body: Data

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Serves a recipe for as long as `body` lasts.
  static func to(
    _ source: String, options: RenderOptions = RenderOptions(),
    _ body: @escaping @Sendable (Visit, VideoStream) async throws -> Void
  ) async throws {
    let recipe = Recipe(source: source, folder: FileManager.default.currentDirectoryPath)
    let stream = try Runtime(isolation: .inProcess).evaluate(recipe).stream(options: options)
    let server = StreamServer(name: "test <&\".lua", stream: stream, host: "127.0.0.1", port: 0)
    let (addresses, found) = AsyncStream<String>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { found.finish() }
        try await server.run { found.yield($0) }
      }
      let address = try #require(await addresses.first { _ in true })
      try await body(Visit(address: address), stream)
      stream.close()
      group.cancelAll()
    }
  }

  func callAsFunction(
    _ path: String, method: String = "GET", _ headers: [String: String] = [:]
  ) async throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: address + path)))
    request.httpMethod = method
    request.cachePolicy = .reloadIgnoringLocalAndRemoteCacheData
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let (body, response) = try await URLSession.shared.data(for: request)
    let answer = try #require(response as? HTTPURLResponse)
    let pairs = answer.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
    return Answer(status: answer.statusCode, headers: Dictionary(uniqueKeysWithValues: pairs), body: body)
  }
}
