/// How far a ledger was read, and what it came to.
struct LedgerReading {
  private(set) var books = Books()
  private var position = 0
  private var lineCount = 0
  /// What stands behind the last end of a line.
  private var torn: [UInt8] = []

  /// How much is read at once.
  private static let piece = 1 << 20

  /// Reads the lines that were added since.
  ///
  /// - Precondition: nobody writes meanwhile.
  mutating func catchUp(with journal: Journal) throws(TakeError) {
    let size = try journal.size()
    guard size >= position else {
      throw TakeError(.unreachable, journal.path, "became shorter while it was in use", remedy: "start again")
    }
    guard size > position else { return torn = [] }
    var splitter = LineSplitter(from: position, atMost: Entry.Form.most)
    while true {
      let piece = try journal.bytes(LedgerReading.piece, from: splitter.position)
      guard !piece.isEmpty else { break }
      splitter.feed(piece) { add($0) }
    }
    (position, torn) = (splitter.lineStart, splitter.rest)
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

  /// Drops a last line that was cut short: whoever wrote it ended before telling anybody of it. One that lacks only its
  /// end is given one.
  ///
  /// - Precondition: we may write, and have caught up.
  mutating func mend(_ journal: Journal) throws(TakeError) {
    guard try journal.size() > position else { return }
    guard (try? Entry(line: torn)) != nil else { return try journal.cut(to: position) }
    try journal.append([0x0a])
    try catchUp(with: journal)
  }
}
