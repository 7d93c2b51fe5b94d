/// What keeps a worker from its machine, beyond what every machine has: limits of the system, no privileges, no descriptors
/// of the host's.
package struct Protection: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Any system call ends the worker but those that it needs: reading and writing at its port, taking memory, ending
  /// (seccomp).
  package static let systemCalls = Protection(rawValue: 1)
  /// No file can be opened, made or removed (Landlock).
  package static let files = Protection(rawValue: 2)

  package static let all: Protection = [.systemCalls, .files]
}

extension Protection: CustomStringConvertible {
  package var description: String {
    [(Protection.systemCalls, "system calls are filtered (seccomp)"), (.files, "files are out of reach (Landlock)")]
      .filter { contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}
