internal import Graph
internal import Journal
internal import Store

/// How far a log was read, and what it came to.
struct LogReading {
  private(set) var standing = Standing()
  private(set) var head = Head.start
  /// What is wrong with the log. Nothing is concluded from one that is not as it was written.
  private var fault: StoreError?
  private var reader = JournalReader(linesOfAtMost: LogLine.most)
  private let remembered: Head?

  /// - Parameter head: One that the log had once; nil if none is remembered.
  init(remembering head: Head?) {
    remembered = head
  }

  /// Reads the lines that were added since.
  ///
  /// - Precondition: nobody writes meanwhile.
  /// - Throws: `.damaged`, from then on, with the first line that is wrong.
  mutating func catchUp(with journal: Journal<StoreError>) throws(StoreError) {
    var reader = reader
    defer { self.reader = reader }
    try reader.catchUp(with: journal) { add($0) }
    if let fault { throw fault }
    if let remembered, head.count < remembered.count {
      throw .damagedLog(line: head.count + 1, "is missing: the end was cut off")
    }
  }

  /// Drops a last line that was cut short: whoever wrote it ended before telling anybody of it.
  ///
  /// - Precondition: we may write, and have caught up.
  mutating func mend(_ journal: Journal<StoreError>) throws(StoreError) {
    var reader = reader
    defer { self.reader = reader }
    try reader.mend(journal, isWhole: { LogLine($0[...]) != nil }) { add($0) }
    if let fault { throw fault }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>?) {
    guard fault == nil else { return }
    do throws(StoreError) {
      try take(bytes.flatMap { LogLine($0) })
    } catch {
      fault = error
    }
  }

  private mutating func take(_ line: LogLine?) throws(StoreError) {
    let number = head.count + 1
    guard let line else { throw .damagedLog(line: number, "is not as it was written") }
    guard line.after == head.digest else { throw .damagedLog(line: number, "does not follow the line before it") }
    try standing.add(line)
    head = head.followed(by: line)
    guard head.count != remembered?.count || head == remembered else {
      throw .damagedLog(line: number, "is not the one that is remembered: the log was written anew")
    }
  }
}

extension Standing {
  /// Adds what a line says, if it is signed as it has to be. Uses change nothing but the time.
  mutating func add(_ line: LogLine) throws(StoreError) {
    switch line.kind {
    case .grant: add(try Signed<Grant>(parsing: Array(line.body)))
    case .revocation: add(try Signed<Revocation>(parsing: Array(line.body)))
    case .use: break
    }
    pass(line.when)
  }
}

extension StoreError {
  fileprivate static func damagedLog(line: Int, _ came: String) -> StoreError {
    StoreError(
      .damaged, "consent log: line \(line)", came,
      remedy: "put back a copy of the log; until then nobody can know what is allowed")
  }
}
