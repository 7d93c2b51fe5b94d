internal import Graph
internal import Glibc
package import Journal
package import Store
internal import Synchronization

/// Who granted, revoked and used what: a log that is only ever added to, in which each line names the one before.
///
/// Any number of threads and processes may use one folder. A line is on the disk before anybody is told, and what one process
/// revokes holds in all others from their next question on.
///
/// ```
/// consent.jsonl   canonical JSON, a line each
/// ```
package final class Registry: Sendable {
  private let journal: Journal<StoreError>
  private let reading: Mutex<LogReading>

  /// Opens a registry, or makes one.
  ///
  /// - Parameters:
  ///   - folder: Made if it is missing; the one above it is not.
  ///   - head: What `head` was some time ago, kept elsewhere; nil if it was not.
  /// - Throws: `.damaged` if the log is not as it was written: nothing is allowed then. And `.full`, `.unreachable`.
  /// - Complexity: O(lines).
  package init(at folder: String, remembering head: Head? = nil) throws(StoreError) {
    if mkdir(folder, 0o700) != 0, ![EEXIST, EROFS, EACCES].contains(errno) {
      throw StoreError(system: errno, at: folder)
    }
    journal = try Journal(at: folder + "/consent.jsonl")
    reading = Mutex(LogReading(remembering: head))
    _ = try self.head
  }

  /// What holds at this moment, by whomever it was written.
  package var standing: Standing {
    get throws(StoreError) { try caughtUp().standing }
  }

  /// To be remembered elsewhere.
  package var head: Head {
    get throws(StoreError) { try caughtUp().head }
  }

  private func caughtUp() throws(StoreError) -> LogReading {
    try reading.withLock { reading throws(StoreError) in
      try journal.locked(for: .reading) { () throws(StoreError) in try reading.catchUp(with: journal) }
      return reading
    }
  }
}

extension Registry {
  /// Writes a grant. One that is known already is not written again.
  ///
  /// - Returns: Why it does not hold any more, if it was revoked or replaced before it came. It is written all the same: it may
  ///   replace others.
  /// - Throws: `.readOnly`, `.full`.
  @discardableResult
  package func add(_ grant: Signed<Grant>, at now: Moment) throws(StoreError) -> Refusal? {
    try write(at: now) { standing in
      let dealings = standing.dealings(with: grant.statement.cameo)
      let lapse = dealings.lapse(of: grant).map { Refusal(reason: $0, grant: grant.id) }
      return (dealings.grants[grant.id] == nil ? (.grant, grant.bytes) : nil, lapse)
    }
  }

  /// Writes a revocation. What it names is over when this returns.
  package func add(_ revocation: Signed<Revocation>, at now: Moment) throws(StoreError) {
    try write(at: now) { standing in
      let withdrawn = standing.dealings(with: revocation.statement.cameo).withdrawn
      return (withdrawn.contains(revocation.statement.target) ? nil : (.revocation, revocation.bytes), ())
    }
  }

  /// Answers whether a cameo may be used, and writes down that it was asked and what was said.
  ///
  /// Ask once for each execution and cameo, before anything is drawn. To know the answer alone, ask `standing`.
  /// - Parameter mutuals: Must not ask this registry for anything.
  package func judge(_ use: Use, mutuals: Mutuals = { _, _ in false }) throws(StoreError) -> Verdict {
    try write(at: use.now) { standing throws(StoreError) in
      let verdict = standing.verdict(on: use, mutuals: mutuals)
      let bytes = Sighting(use, verdict).bytes
      _ = try Sighting(parsing: bytes)
      return ((.use, bytes), verdict)
    }
  }

  /// Adds a line that follows from everything before it; nil adds none.
  private func write<R: Sendable>(
    at now: Moment, _ decide: (Standing) throws(StoreError) -> (line: (LogLine.Kind, [UInt8])?, result: R)
  ) throws(StoreError) -> R {
    try reading.withLock { reading throws(StoreError) in
      try journal.locked(for: .writing) { () throws(StoreError) in
        try reading.catchUp(with: journal)
        try reading.mend(journal)
        let (line, result) = try decide(reading.standing)
        guard let (kind, body) = line else { return result }
        // A clock that was turned back does not turn the log back.
        let when = max(now, reading.standing.latest)
        try journal.append(LogLine.bytes(kind, body, at: when, after: reading.head.digest) + [0x0a])
        try reading.catchUp(with: journal)
        return result
      }
    }
  }
}

extension Registry {
  /// Every line, from the first on, as far as it is known to be whole.
  func forEachLine(_ body: (LogLine) -> Void) throws(StoreError) {
    _ = try caughtUp()
    var reader = JournalReader(linesOfAtMost: LogLine.most)
    try journal.locked(for: .reading) { () throws(StoreError) in
      try reader.catchUp(with: journal) { bytes in
        if let line = bytes.flatMap({ LogLine($0) }) { body(line) }
      }
    }
  }
}

extension StoreError: JournalFailure {
  package init(lost path: String, _ came: String) {
    self.init(.unreachable, path, came, remedy: "start again")
  }
}
