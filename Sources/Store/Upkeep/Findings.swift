import Synchronization

/// What was found wrong since somebody asked last.
final class Findings: Sendable {
  private let list = Mutex<[Finding]>([])

  func add(_ finding: Finding) {
    list.withLock { $0.append(finding) }
  }

  func take() -> [Finding] {
    list.withLock { list in
      defer { list = [] }
      return list
    }
  }
}
