/// How far a journal was read.
package struct JournalReader: Sendable {
  private let limit: Int
  private var position = 0
  /// What stands behind the last end of a line.
  private var torn: [UInt8] = []

  /// How much is read at once.
  private static let piece = 1 << 20

  /// - Parameter limit: How many bytes a line may have.
  package init(linesOfAtMost limit: Int) {
    self.limit = limit
  }

  /// Reads the lines that were added since.
  ///
  /// - Precondition: nobody writes meanwhile.
  /// - Parameter body: Is given each line, without its end; nil for one that is too long.
  package mutating func catchUp<F>(
    with journal: Journal<F>, _ body: (ArraySlice<UInt8>?) -> Void
  ) throws(F) {
    let size = try journal.size()
    guard size >= position else { throw F(lost: journal.path, "became shorter while it was in use") }
    guard size > position else { return torn = [] }
    var splitter = LineSplitter(from: position, atMost: limit)
    while true {
      let piece = try journal.bytes(JournalReader.piece, from: splitter.position)
      guard !piece.isEmpty else { break }
      splitter.feed(piece, body)
      // Noted each time: should the disk fail now, no line is read twice.
      (position, torn) = (splitter.lineStart, splitter.rest)
    }
  }

  /// Drops a last line that was cut short: whoever wrote it ended before telling anybody of it. One that lacks only its
  /// end is given one, and read.
  ///
  /// - Precondition: we may write, and have caught up.
  package mutating func mend<F>(
    _ journal: Journal<F>, isWhole: ([UInt8]) -> Bool, _ body: (ArraySlice<UInt8>?) -> Void
  ) throws(F) {
    guard try journal.size() > position else { return }
    guard isWhole(torn) else { return try journal.cut(to: position) }
    try journal.append([0x0a])
    try catchUp(with: journal, body)
  }
}
