internal import Glibc

/// The right to work on a ticket, which one process or thread has at a time. The system takes it back when a process ends,
/// however it ends.
struct Lease: ~Copyable, Sendable {
  private let descriptor: Int32

  /// F_OFD_SETLK of Linux, which is not imported: a lock that belongs to an opening of a file, not to a process.
  private static let setLock: Int32 = 37

  /// Takes the lease; nil if somebody has it.
  ///
  /// A ticket is one byte of the file, at a place that its id says. The file stays empty.
  init?(on ticket: Ticket.ID, in path: String) throws(TakeError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(at: path) }
    var lock = flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET),
      l_start: off_t((UInt64(ticket.text.prefix(15), radix: 16) ?? 0) & 0x0fff_ffff_ffff_ffff), l_len: 1, l_pid: 0)
    guard fcntl(descriptor, Lease.setLock, &lock) == 0 else {
      let failure = errno
      close(descriptor)
      guard failure == EAGAIN || failure == EACCES else { throw TakeError(system: failure, at: path) }
      return nil
    }
    self.descriptor = descriptor
  }

  /// Said, not left to closing: a process that another thread starts at this moment holds the same opening until it
  /// becomes another program.
  deinit {
    var lock = flock(l_type: Int16(F_UNLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
    _ = fcntl(descriptor, Lease.setLock, &lock)
    close(descriptor)
  }

  /// Does something while it is held.
  func held<R>(_ body: () throws(TakeError) -> R) throws(TakeError) -> R { try body() }
}
