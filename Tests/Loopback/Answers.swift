package import Graph

package typealias Answer = [LoopbackServer.Step]

extension [LoopbackServer.Step] {
  /// A whole answer with its length.
  package static func answer(_ status: Int = 200, body: [UInt8], type: String, _ fields: [String] = []) -> Answer {
    let head =
      ["HTTP/1.1 \(status) Said", "Content-Type: \(type)", "Content-Length: \(body.count)", "Connection: close"]
      + fields
    return [.send([UInt8]((head + ["", ""]).joined(separator: "\r\n").utf8)), .send(body)]
  }

  package static func json(_ text: String, status: Int = 200, _ fields: [String] = []) -> Answer {
    answer(status, body: [UInt8](text.utf8), type: "application/json", fields)
  }

  package static func json(_ value: CanonicalJSON, status: Int = 200) -> Answer { json(value.text, status: status) }

  /// Lines as they stand, and then nothing.
  package static func raw(_ text: String) -> Answer { [.send([UInt8](text.utf8))] }

  package static func chunked(_ chunks: [[UInt8]], type: String, isWhole: Bool = true) -> Answer {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nTransfer-Encoding: chunked\r\n\r\n"
    let body = chunks.map { [UInt8]("\(String($0.count, radix: 16))\r\n".utf8) + $0 + [UInt8]("\r\n".utf8) }
    return ([[UInt8](head.utf8)] + body + (isWhole ? [[UInt8]("0\r\n\r\n".utf8)] : [])).map { .send($0) }
  }

  package static func redirect(_ place: String, status: Int = 302) -> Answer {
    raw("HTTP/1.1 \(status) There\r\nLocation: \(place)\r\nContent-Length: 0\r\n\r\n")
  }
}
