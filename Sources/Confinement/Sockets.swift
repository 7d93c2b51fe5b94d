internal import Glibc

/// Two connected stream sockets, which no program started meanwhile inherits.
package func connectedSockets() throws(WorkerFailure) -> (ours: Int32, theirs: Int32) {
  var pair: [Int32] = [0, 0]
  let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
  guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { throw .cannotStart(String(cString: strerror(errno))) }
  return (pair[0], pair[1])
}
