import Claims
import Foundation
import Graph
import Speech
import Testing

@testable import Backends

/// Keys are used, and never shown.
@Suite struct SecretTests {
  private let word = "sk-Zq8vX2mN4pL7"

  private func secret() throws -> Secret { try #require(Secret(word)) }

  @Test func nothingShowsASecret() throws {
    let secret = try secret()
    let key = HTTPRequest.Key(secret)
    let request = HTTPRequest(.get, try WebAddress("http://a/"), key: key)
    let server = Server(try WebAddress("http://a/"), key: key)
    for value in [secret, key, request, server] as [any Sendable] {
      var dumped = ""
      dump(value, to: &dumped)
      for text in ["\(value)", String(reflecting: value), dumped, String(describing: Optional(value))] {
        #expect(!text.contains("Zq8v"), "\(text)")
      }
    }
  }

  @Test func aSecretIsWhatAHeaderCanCarry() {
    #expect(Secret("  a-b\n") == Secret("a-b"))
    for text in ["", "  ", "a b", "a\r\nX: y", "ü", String(repeating: "a", count: 1025)] {
      #expect(Secret(text) == nil)
    }
  }

  @Test func aFileOfAKeyIsItsOwnersAlone() throws {
    let path = NSTemporaryDirectory() + "key-\(UUID())"
    defer { unlink(path) }
    try Data("\(word)\n".utf8).write(to: URL(filePath: path))
    for (rights, isGood) in [(0o600, true), (0o400, true), (0o640, false), (0o604, false), (0o666, false)] {
      chmod(path, mode_t(rights))
      #expect((try? Secret(file: path)) == (isGood ? try secret() : nil))
    }
    for other in ["/no/such", "/tmp", "/dev/zero"] { #expect(throws: BackendError.self) { try Secret(file: other) } }
  }

  @Test func halfAKeyIsLeftOutToo() throws {
    let secret = try secret()
    #expect(secret.redacted("incorrect key: \(word)!") == "incorrect key: (secret)!")
    #expect(secret.redacted("key sk-Zq8vX***") == "key (secret)***")
    #expect(secret.redacted("sk-Zq8v is seven, ü too") == "sk-Zq8v is seven, ü too")
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
      (draws.list(1...40) { draws in UInt8(draws.int(0x21...0x7E)) }, draws.int(0...8), draws.int(0...4))
    } holds: { letters, form, call in
      let word = "k" + String(decoding: letters, as: UTF8.self)
      guard let secret = Secret(word) else { return false }
      let server = Server(address.appending(["\(form)"]), key: HTTPRequest.Key(secret))
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
      case 2: return "\(try ChatServer(server, model: "m").write("a", instructions: "b") { _ in nil }.rounds)"
      case 3: _ = try SpeechServer(server, model: "m", voices: ["v"]).utter(.init("Hello", voice: "v"))
      default: _ = try videos.fetch("a", into: NSTemporaryDirectory() + "said-\(UUID())")
      }
    } catch {
      return "\(error) \(String(reflecting: error))"
    }
    return ""
  }

  @Test func keysDoNotGoOverANetworkInTheClear() throws {
    let key = HTTPRequest.Key(try secret())
    for (text, isClear) in [
      ("http://example.com/", true), ("https://example.com/", false), ("http://127.0.0.1:1/", false),
      ("http://localhost:1/", false), ("http://[::1]:1/", false), ("http://127.0.0.1.example.com/", true),
      ("http://192.168.0.1:1/", true),
    ] {
      #expect(try WebAddress(text).isInTheClear == isClear, "\(text)")
    }
    let error = #expect(throws: BackendError.self) {
      try HTTPClient().send(HTTPRequest(.get, WebAddress("http://example.invalid/"), key: key))
    }
    #expect(error == .keyInTheClear(host: "example.invalid"))
  }
}
