import Foundation

/// What the sanitizers that tests run under were told, for programs that are given an environment of their own.
enum Sanitizers {
  static let options = ProcessInfo.processInfo.environment.filter {
    $0.key.hasSuffix("SAN_OPTIONS") || $0.key == "LD_PRELOAD"
  }
}
