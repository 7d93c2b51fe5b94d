import Claims
import Foundation
import Graph
import Loopback
import Speech
import Takes
import Testing

@testable import Backends

/// Keys are used, and never shown.
@Suite struct SecretTests {
  private let word = "sk-Zq8vX2mN4pL7"

  private func authorization() throws -> HTTPRequest.Authorization {
    HTTPRequest.Authorization(try Key(word, from: "the test"))
  }

  @Test func nothingShowsASecret() throws {
    let authorization = try authorization()
    let request = HTTPRequest(.get, try WebAddress("http://a/"), authorization: authorization)
    let server = Server(try WebAddress("http://a/"), authorization: authorization)
    for value in [authorization, request, server] as [any Sendable] {
      var dumped = ""
      dump(value, to: &dumped)
      for text in ["\(value)", String(reflecting: value), dumped, String(describing: Optional(value))] {
        #expect(!text.contains("Zq8v"), "\(text)")
      }
    }
  }

  /// A server that says back all that it was told, in every form and every place.
  @Test func noErrorHoldsTheKeyWhateverAServerSays() throws {
    let server = LoopbackServer { question in
      let said = "\(question.fields["authorization"] ?? "") \(question.query) \(question.fields)"
      let quoted = CanonicalJSON.string(said).text
      switch question.path.dropFirst().first?.wholeNumberValue ?? 0 {
      case 0: return .json(#"{"error":{"message":\#(quoted),"code":\#(quoted)}}"#, status: 401)
      case 1: return .answer(400, body: Array(said.utf8), type: "text/plain")
      case 2: return .json(#"{"detail":[{"loc":["x"],"msg":\#(quoted)}]}"#, status: 422)
      case 3: return .answer(200, body: Array("x".utf8), type: said.replacing("\n", with: " "))
      case 4:
        return .redirect("http://\(question.fields["authorization"]?.dropFirst(7) ?? "").example/?\(question.query)")
      case 5: return .json(#"{"status":\#(quoted),"id":"a"}"#)
      case 6: return .json(#"{"status":"failed","id":"a","error":{"message":\#(quoted)}}"#)
      case 7: return .json(#"{"choices":[{"message":{"refusal":\#(quoted)}}]}"#)
      default: return .raw("HTTP/1.1 \(said)\r\n\r\n")
      }
    }
    defer { server.stop() }
    let address = try server.address
    try always(runs: 100) { draws in
      (draws.list(7...40) { draws in UInt8(draws.int(0x21...0x7E)) }, draws.int(0...8), draws.int(0...4))
    } holds: { letters, form, call in
      let word = "k" + String(decoding: letters, as: UTF8.self)
      let server = Server(address.appending(["\(form)"]), key: try Key(word, from: "the test"))
      let text = Self.said(by: server, call)
      return !text.contains(word)
    }
  }

  private static func said(by server: Server, _ call: Int) -> String {
    let videos = VideosServer(server, model: nil, offer: .vllmOmni)
    do {
      switch call {
      case 0: return "\(try videos.submit(VideoOrder("a"), key: "k1").state)"
      case 1: return "\(try videos.poll("a").state)"
      case 2: _ = try ChatServer(server, model: "m").answer(to: .array([]))
      case 3: _ = try SpeechServer(server, model: "m", voices: ["v"]).utter(.init("Hello", voice: "v"))
      default: _ = try videos.fetch("a", into: NSTemporaryDirectory() + "said-\(UUID())")
      }
    } catch {
      return "\(error) \(String(reflecting: error))"
    }
    return ""
  }

  @Test func keysDoNotGoOverANetworkInTheClear() throws {
    let authorization = try authorization()
    for (text, isClear) in [
      ("http://example.com/", true), ("https://example.com/", false), ("http://127.0.0.1:1/", false),
      ("http://localhost:1/", false), ("http://[::1]:1/", false), ("http://127.0.0.1.example.com/", true),
      ("http://192.168.0.1:1/", true),
    ] {
      #expect(try WebAddress(text).isInTheClear == isClear, "\(text)")
    }
    let error = #expect(throws: BackendError.self) {
      try HTTPClient().send(HTTPRequest(.get, WebAddress("http://example.invalid/"), authorization: authorization))
    }
    #expect(error == .keyInTheClear(host: "example.invalid"))
  }
}
