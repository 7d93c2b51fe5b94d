import HTTPTypes
import Hummingbird

/// Bytes that a request asks for, whole or in part.
struct ByteAnswer {
  let bytes: [UInt8]
  let type: String
  /// Tells these bytes from any others: a strong entity tag of RFC 9110, 8.8.3, in its quotes.
  let tag: String

  func response(to request: Request) -> Response {
    if let response = ByteAnswer.unchanged(tag, request) { return response }
    switch range(for: request) {
    case .whole: return response(.ok, bytes[...])
    case .part(let range):
      let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"
      return response(.partialContent, bytes[range], [.contentRange: place])
    case .unsatisfiable:
      return .words(
        .rangeNotSatisfiable, "there are \(bytes.count) bytes", [.contentRange: "bytes */\(bytes.count)"])
    }
  }

  /// The answer to somebody who has the bytes already: known before they are made.
  static func unchanged(_ tag: String, _ request: Request) -> Response? {
    guard let known = request.headers[.ifNoneMatch] else { return nil }
    let tags = known.split(separator: ",").map { $0.drop { $0 == " " }.trimmingSuffix { $0 == " " } }
    guard tags.contains(where: { $0 == "*" || $0 == tag || $0 == "W/" + tag }) else { return nil }
    return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: caching])
  }

  /// Players ask again each time: the recipe may have changed since, at the same address. The tag makes that cheap.
  private static let caching = "no-cache"

  /// A part is wanted only of what the player has begun to fetch.
  private func range(for request: Request) -> ByteRange {
    guard request.headers[.ifRange].map({ $0 == tag }) ?? true else { return .whole }
    return ByteRange(header: request.headers[.range], length: bytes.count)
  }

  private func response(
    _ status: HTTPResponse.Status, _ bytes: ArraySlice<UInt8>, _ headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = type
    headers[.eTag] = tag
    headers[.cacheControl] = ByteAnswer.caching
    headers[.acceptRanges] = "bytes"
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension Response {
  /// An answer in words.
  static func words(_ status: HTTPResponse.Status, _ words: String, _ headers: HTTPFields = [:]) -> Response {
    var headers = headers
    headers[.contentType] = "text/plain; charset=utf-8"
    headers[.cacheControl] = "no-store"
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: words + "\n")))
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isBlank: (Character) -> Bool) -> Substring {
    lastIndex { !isBlank($0) }.map { self[...$0] } ?? ""
  }
}
