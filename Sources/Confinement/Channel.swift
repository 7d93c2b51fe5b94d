internal import Glibc

/// One end of a stream socket, over which messages go with their length before them.
///
/// Every wait counts against one patience. Nothing that the other end does, or leaves undone, blocks for longer.
package final class Channel {
  private let descriptor: Int32
  private static let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
  private let messageBytes: Int
  private let patience: Patience

  /// - Parameter descriptor: Becomes the channel's to close.
  package init(descriptor: Int32, messageBytes: Int, patience: Patience) {
    self.descriptor = descriptor
    self.messageBytes = messageBytes
    self.patience = patience
  }

  deinit { close(descriptor) }

  /// Ends the conversation: the other end reads and writes no more.
  package func shut() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  package enum Failure: Error { case timeOut, closed, badLength(Int) }

  package func send(_ message: [UInt8]) throws(Failure) {
    let length = UInt32(clamping: message.count).littleEndian
    let bytes = withUnsafeBytes(of: length) { Array($0) } + message
    var sent = 0
    while sent < bytes.count {
      try wait(for: POLLOUT)
      // Safe because the range lies in the array. A closed socket is an error, not a signal.
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent, Self.flags)
      }
      sent += try progress(count)
    }
  }

  package func receive() throws(Failure) -> [UInt8] {
    let length = try receive(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length >= 1, length <= messageBytes else { throw .badLength(length) }
    return try receive(length)
  }

  private func receive(_ length: Int) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    var received = 0
    while received < length {
      try wait(for: POLLIN)
      // Safe because the range lies in the array.
      let count = bytes.withUnsafeMutableBytes {
        recv(descriptor, $0.baseAddress.map { $0 + received }, length - received, Self.flags)
      }
      guard count != 0 else { throw .closed }
      received += try progress(count)
    }
    return bytes
  }

  private func progress(_ count: Int) throws(Failure) -> Int {
    if count >= 0 { return count }
    guard errno == EAGAIN || errno == EINTR else { throw .closed }
    return 0
  }

  /// Waits until the socket is ready, at the cost of the patience.
  private func wait(for event: Int32) throws(Failure) {
    let clock = ContinuousClock()
    let start = clock.now
    var poll = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    let milliseconds = max(0, min(patience.left / .milliseconds(1), 3_600_000)).rounded(.up)
    let ready = Glibc.poll(&poll, 1, Int32(milliseconds))
    patience.left -= start.duration(to: clock.now)
    guard ready == 0 || patience.left <= .zero else { return }
    throw .timeOut
  }
}
