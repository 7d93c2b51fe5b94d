internal import Glibc

/// A worker's end of its channel: descriptors 0 and 1.
struct WorkerPort {
  /// The next message; nil once the host has closed its end.
  func receive() -> [UInt8]? {
    guard let head = read(4) else { return nil }
    return read(head.reversed().reduce(0) { $0 << 8 | Int($1) })
  }

  func send(_ message: [UInt8]) -> Bool {
    let length = UInt32(clamping: message.count).littleEndian
    return write(withUnsafeBytes(of: length) { Array($0) } + message)
  }

  private func read(_ length: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: length)
    var done = 0
    while done < length {
      // Safe because the range lies in the array.
      let count = bytes.withUnsafeMutableBytes { Glibc.read(0, $0.baseAddress.map { $0 + done }, length - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      done += count
    }
    return bytes
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      // Safe because the range lies in the array.
      let count = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress.map { $0 + done }, $0.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
