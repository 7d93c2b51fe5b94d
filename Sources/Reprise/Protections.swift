import Confinement
import Worker

/// What keeps a recipe's worker from the machine, beyond what every machine has (a process of its own without privileges,
/// limits on time and memory, none of the host's descriptors).
public struct Protections: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Any system call ends the worker but the few that it needs (seccomp).
  public static let systemCalls = Protections(rawValue: Protection.systemCalls.rawValue)
  /// No file can be opened, made or removed (Landlock, in Linux 5.13 and later where it is switched on).
  public static let files = Protections(rawValue: Protection.files.rawValue)

  public static let all: Protections = [.systemCalls, .files]
}

extension Protections: CustomStringConvertible {
  /// `system calls are filtered (seccomp), files are out of reach (Landlock)`
  public var description: String { "\(Protection(rawValue: rawValue))" }
}
