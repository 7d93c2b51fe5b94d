import CFFmpeg

/// A call into FFmpeg that failed: what was being done, and the code that came back.
package struct FFmpegError: Error, Hashable, Codable, Sendable {
  package let operation: String
  package let code: Int32

  package init(_ operation: String, code: Int32) {
    self.operation = operation
    self.code = code
  }

  static let endOfFile = reprise_AVERROR_EOF
  static let invalidData = reprise_AVERROR_INVALIDDATA
  /// "Not now": feed the codec, or take from it, first.
  static let again = -Int32(EAGAIN)
  static let outOfMemory = -Int32(ENOMEM)

  /// Passes a non-negative result on, and throws anything else.
  @discardableResult
  static func check(_ result: Int32, _ operation: String) throws(FFmpegError) -> Int32 {
    guard result >= 0 else { throw FFmpegError(operation, code: result) }
    return result
  }
}

extension FFmpegError: CustomStringConvertible {
  /// What FFmpeg calls the code: `Invalid data found when processing input`.
  package var reason: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(AV_ERROR_MAX_STRING_SIZE)) { text in
      guard let base = text.baseAddress, av_strerror(code, base, text.count) == 0 else { return "error \(code)" }
      return String(cString: base)
    }
  }

  package var description: String { "\(operation): \(reason)" }
}
