/// What comes back of one exchange, as far as it is wanted. Belongs to the thread that waits for it.
///
/// The body of a success goes to memory or to a file, up to the limit; of anything else the beginning is kept, in memory.
final class Incoming {
  private(set) var status = 0
  /// Whether the empty line came that ends the head.
  private(set) var hasHead = false
  private(set) var fields: [(name: String, value: String)] = []
  private(set) var body: [UInt8] = []
  private(set) var byteCount = 0
  /// Why no more is taken; nil as long as there is no reason.
  private(set) var problem: BackendError?
  /// Whether enough was read of an answer that is no success.
  private(set) var isEnough = false
  /// Changes with every byte.
  private(set) var headBytes = 0

  private let limit: Int
  private let file: Download?

  init(atMost limit: Int, file: Download?) { (self.limit, self.file) = (limit, file) }

  private var isSuccess: Bool { (200...299).contains(status) }

  /// - Returns: False to end the exchange.
  func take(line bytes: UnsafeRawBufferPointer) -> Bool {
    headBytes += bytes.count
    guard headBytes <= HTTPLimits.headBytes else {
      return stop(.tooLarge(what: "what stands before the answer's body", limit: HTTPLimits.headBytes))
    }
    let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).joined()
    if line.hasPrefix("HTTP/") {
      // An answer of 100 may come before the real one.
      (fields, hasHead) = ([], false)
      status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      fields.append((line[..<colon].lowercased(), String(value)))
    } else if line.isEmpty {
      hasHead = true
    }
    return true
  }

  /// - Returns: False to end the exchange.
  func take(body bytes: UnsafeRawBufferPointer) -> Bool {
    guard isSuccess else { return take(complaint: bytes) }
    byteCount += bytes.count
    guard byteCount <= limit else { return stop(.tooLarge(what: "the answer", limit: limit)) }
    guard let file else {
      body += bytes
      return true
    }
    do { try file.write(bytes) } catch { return stop(error) }
    return true
  }

  private func take(complaint bytes: UnsafeRawBufferPointer) -> Bool {
    body += bytes.prefix(HTTPLimits.complaintBytes - body.count)
    byteCount = body.count
    isEnough = byteCount == HTTPLimits.complaintBytes
    return !isEnough
  }

  private func stop(_ error: BackendError) -> Bool {
    problem = error
    return false
  }

  func response() -> HTTPResponse { HTTPResponse(status: status, fields: fields, body: body, byteCount: byteCount) }
}
