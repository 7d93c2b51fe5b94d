package import Backends
internal import Foundation
internal import Glibc
internal import Synchronization

/// A server of HTTP/1.1 on this machine that answers as it is told, also wrongly. A thread for each connection, and one
/// question on each.
package final class LoopbackServer: Sendable {
  /// What is done to a connection, in order; then it is closed.
  package enum Step: Sendable {
    case send([UInt8])
    case wait(Duration)
    /// Waits until the other end gives up.
    case hang
    /// Ends the connection in the rudest way.
    case reset
  }

  package let port: Int
  private let listener: Int32
  private let answer: @Sendable (Question) -> [Step]
  private let asked = Mutex<[Question]>([])

  /// - Parameter port: 0 for any that is free.
  package init(port: Int = 0, _ answer: @escaping @Sendable (Question) -> [Step]) {
    self.answer = answer
    (listener, self.port) = Self.listen(at: port)
    Thread.detachNewThread { [self] in accept() }
  }

  private static func listen(at port: Int) -> (socket: Int32, port: Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    var (length, yes) = (socklen_t(MemoryLayout<sockaddr_in>.size), Int32(1))
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
    // Safe because an address of IPv4 is an address.
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(listener, $0, length)
        _ = Glibc.listen(listener, 64)
        _ = getsockname(listener, $0, &length)
      }
    }
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// Shuts the door; the thread that waits at it goes.
  package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  package var address: WebAddress { get throws { try WebAddress("http://127.0.0.1:\(port)") } }
  /// Everything that was asked so far.
  package var questions: [Question] { asked.withLock { $0 } }

  private func accept() {
    while case let socket = Glibc.accept(listener, nil, nil), socket >= 0 {
      Thread.detachNewThread { [self] in
        serve(socket)
        close(socket)
      }
    }
    close(listener)
  }

  private func serve(_ socket: Int32) {
    guard let question = Question(from: socket) else { return }
    asked.withLock { $0.append(question) }
    for step in answer(question) where !perform(step, on: socket) { return }
  }

  /// False if the other end is gone.
  private func perform(_ step: Step, on socket: Int32) -> Bool {
    switch step {
    case .send(let bytes): return sendAll(bytes, socket)
    case .wait(let time): usleep(UInt32(time / .microseconds(1)))
    case .hang:
      var watched = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      poll(&watched, 1, 30_000)
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    }
    return true
  }

  private func sendAll(_ bytes: [UInt8], _ socket: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
