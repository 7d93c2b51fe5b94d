internal import Foundation
package import Graph

/// A request as the server read it.
package struct Question: Sendable {
  package let method: String
  /// Percent-encoded, without the query.
  package let path: String
  package let query: String
  package let fields: [String: String]
  package let body: [UInt8]

  /// Nil if the other end sends no request.
  init?(from socket: Int32) {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    var head: Range<Int>?
    while head == nil {
      guard Self.receive(&bytes, socket), bytes.count < 1 << 20 else { return nil }
      head = bytes.firstRange(of: end)
    }
    guard let head else { return nil }
    let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    let first = lines[0].split(separator: " ")
    guard first.count == 3 else { return nil }
    let target = first[1].split(separator: "?", maxSplits: 1)
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let colon = line.firstIndex(of: ":") ?? line.endIndex
      fields[line[..<colon].lowercased()] = line[colon...].dropFirst().trimmingCharacters(in: .whitespaces)
    }
    let length = fields["content-length"].flatMap { Int($0) } ?? 0
    while bytes.count < head.upperBound + length { guard Self.receive(&bytes, socket) else { return nil } }
    (method, path) = (String(first[0]), String(target[0]))
    query = target.count > 1 ? String(target[1]) : ""
    self.fields = fields
    body = Array(bytes[head.upperBound...])
  }

  private static func receive(_ bytes: inout [UInt8], _ socket: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &buffer, buffer.count, 0)
    bytes += buffer.prefix(max(0, count))
    return count > 0
  }

  package var text: String { String(decoding: body, as: UTF8.self) }
  package var json: CanonicalJSON? { try? CanonicalJSON(parsing: body) }

  /// The parts of a form: their names, and what follows the blank line of each.
  package var form: [String: [UInt8]] {
    guard let boundary = fields["content-type"]?.components(separatedBy: "boundary=").last else { return [:] }
    var parts: [String: [UInt8]] = [:]
    var rest = body[...]
    let (mark, blank) = (Array("--\(boundary)".utf8), Array("\r\n\r\n".utf8))
    while let start = rest.firstRange(of: mark) {
      rest = rest[start.upperBound...]
      guard let head = rest.firstRange(of: blank), let next = rest.firstRange(of: Array("\r\n--\(boundary)".utf8))
      else { break }
      let words = String(decoding: rest[..<head.lowerBound], as: UTF8.self).components(separatedBy: "name=\"")
      let name = words.dropFirst().first?.components(separatedBy: "\"")[0] ?? ""
      parts[name] = Array(rest[head.upperBound..<next.lowerBound])
      rest = rest[next.lowerBound...].dropFirst(2)
    }
    return parts
  }
}
