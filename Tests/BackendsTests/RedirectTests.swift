import Foundation
import Loopback
import Takes
import Testing

@testable import Backends

/// Where a client lets itself be sent, and what it takes along.
@Suite struct RedirectTests {
  private let client = HTTPClient()

  private func key() throws -> HTTPRequest.Authorization {
    HTTPRequest.Authorization(try Key("sk-1234567890", from: "the test"))
  }

  @Test func onItsOwnServerAGetFollows() throws {
    let server = LoopbackServer { $0.path == "/here" ? .redirect("there?x=1") : .json("\"\($0.path)\"") }
    defer { server.stop() }
    let response = try client.send(HTTPRequest(.get, server.address.appending(["here"]), authorization: key()))
    #expect(String(decoding: response.body, as: UTF8.self) == "\"/there\"")
    #expect(server.questions.map(\.query) == ["", "x=1"])
    #expect(server.questions.allSatisfy { $0.fields["authorization"] == "Bearer sk-1234567890" })
  }

  @Test func anotherHostGetsNothing() throws {
    let other = LoopbackServer { _ in .json("1") }
    let server = LoopbackServer { _ in .redirect("http://localhost:\(other.port)/?sk-1234567890") }
    defer { [other, server].forEach { $0.stop() } }
    let error = try #require(throws: BackendError.self) {
      try client.send(HTTPRequest(.get, server.address, authorization: key()))
    }
    guard case .sentAway = error else { return #expect(Bool(false), "\(error)") }
    #expect(!error.description.contains("1234567890") && other.questions.isEmpty)
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "//127.0.0.1:1/", "https://127.0.0.1/"])
  func otherSchemesAndPortsAreOtherPlaces(place: String) {
    let server = LoopbackServer { _ in .redirect(place) }
    defer { server.stop() }
    #expect(throws: BackendError.self) { try client.send(HTTPRequest(.get, server.address)) }
    #expect(server.questions.count == 1)
  }

  @Test func circlesEnd() throws {
    let server = LoopbackServer { .redirect($0.path == "/a" ? "/b" : "/a") }
    defer { server.stop() }
    let error = #expect(throws: BackendError.self) { try client.send(HTTPRequest(.get, server.address)) }
    #expect(error == .sentAway(host: "127.0.0.1", problem: "in circles") && server.questions.count == 6)
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func whatWasPostedIsNotPostedElsewhere(status: Int) {
    let server = LoopbackServer { _ in .redirect("/b", status: status) }
    defer { server.stop() }
    #expect(throws: BackendError.self) { try client.send(HTTPRequest(.post, server.address)) }
    #expect(server.questions.count == 1)
  }
}
