/// Cuts bytes that come in pieces into lines. Lines that are too long are left out, so that memory stays bounded.
struct LineSplitter {
  private let limit: Int
  private var isTooLong = false
  /// What is behind the last end of a line.
  private(set) var rest: [UInt8] = []
  /// How many bytes were seen.
  private(set) var position: Int
  /// Behind the last end of a line.
  private(set) var lineStart: Int

  init(from position: Int, atMost limit: Int) {
    (self.position, lineStart, self.limit) = (position, position, limit)
  }

  /// - Parameter body: Is given each line, without its end; nil for one that is too long.
  mutating func feed(_ piece: [UInt8], _ body: (ArraySlice<UInt8>?) -> Void) {
    var start = 0
    while let end = piece[start...].firstIndex(of: 0x0a) {
      hold(piece[start..<end])
      body(isTooLong ? nil : rest[...])
      rest.removeAll(keepingCapacity: true)
      (isTooLong, start) = (false, end + 1)
      lineStart = position + start
    }
    hold(piece[start...])
    position += piece.count
  }

  private mutating func hold(_ part: ArraySlice<UInt8>) {
    if rest.count + part.count > limit { isTooLong = true }
    if isTooLong { rest = [] } else { rest += part }
  }
}
