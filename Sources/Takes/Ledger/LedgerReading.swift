internal import Journal

/// How far a ledger was read, and what it came to.
struct LedgerReading {
  private(set) var books = Books()
  private var reader = JournalReader(linesOfAtMost: Entry.Form.most)
  private var lineCount = 0

  /// Reads the lines that were added since.
  ///
  /// - Precondition: nobody writes meanwhile.
  mutating func catchUp(with journal: Journal<TakeError>) throws(TakeError) {
    var reader = reader
    defer { self.reader = reader }
    try reader.catchUp(with: journal) { add($0) }
  }

  /// Drops a last line that was cut short.
  ///
  /// - Precondition: we may write, and have caught up.
  mutating func mend(_ journal: Journal<TakeError>) throws(TakeError) {
    var reader = reader
    defer { self.reader = reader }
    try reader.mend(journal, isWhole: { (try? Entry(line: $0)) != nil }) { add($0) }
  }

  private mutating func add(_ line: ArraySlice<UInt8>?) {
    lineCount += 1
    do throws(TakeError) {
      guard let line else { throw TakeError(.tooLarge, "line", "is too long") }
      books.add(try Entry(line: line, known: books.request), line: lineCount)
    } catch {
      books.damage.append(Books.Damage(line: lineCount, problem: "\(error.place): \(error.came)"))
    }
  }
}
