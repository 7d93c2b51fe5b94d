import Graph

/// Goes through a tar archive of ours once, from front to end. Anything that we would not have written is an error.
struct TarReader<Source: ByteSource> {
  private let source: Source
  private var position: Int64 = 0
  /// Content of the present file that was not read yet.
  private var rest: Int64 = 0
  private var present = TarHeader(name: "", size: 0)

  init(_ source: Source) {
    self.source = source
  }

  /// Goes to the next file, and says what it claims to be. It is no longer than what there is.
  ///
  /// - Returns: Nil at the end, after which nothing follows.
  mutating func next() throws(StoreError) -> TarHeader? {
    let block = try bytes(TarHeader.block)
    if block.allSatisfy({ $0 == 0 }) { return try end() }
    guard let header = TarHeader(block) else { throw mistake("a header is not as we write it") }
    guard header.size + Int64(header.padding) <= source.length - position else {
      throw mistake("\(TextRule.shown(header.name)) claims \(header.size) bytes, more than there are")
    }
    (present, rest) = (header, header.size)
    return header
  }

  /// The second block of zeros, and nothing more.
  private mutating func end() throws(StoreError) -> TarHeader? {
    let block = try bytes(TarHeader.block)
    guard block.allSatisfy({ $0 == 0 }) else { throw mistake("something stands where it should end") }
    guard position == source.length else { throw mistake("something follows its end") }
    return nil
  }

  /// The whole content of the present file.
  mutating func content(atMost limit: Int) throws(StoreError) -> [UInt8] {
    guard rest <= limit else {
      throw StoreError(.tooLarge, "bundle: \(present.name)", "has \(rest) bytes", wanted: "at most \(limit)")
    }
    let content = try bytes(Int(rest))
    try finish()
    return content
  }

  /// Passes the content of the present file on in pieces, and returns its digest.
  mutating func digest(passing body: ([UInt8]) throws(StoreError) -> Void) throws(StoreError) -> Digest {
    var hash = RunningDigest()
    while rest > 0 {
      let piece = try bytes(Int(min(rest, Int64(OpenFile.piece))))
      rest -= Int64(piece.count)
      hash.update(piece)
      try body(piece)
    }
    try finish()
    return hash.finished()
  }

  private mutating func finish() throws(StoreError) {
    rest = 0
    guard try bytes(present.padding).allSatisfy({ $0 == 0 }) else { throw mistake("a gap is not empty") }
  }

  private mutating func bytes(_ count: Int) throws(StoreError) -> [UInt8] {
    guard count <= source.length - position else { throw mistake("it is cut off") }
    let bytes = try source.bytes(count, from: position)
    guard bytes.count == count else { throw mistake("it is cut off") }
    position += Int64(count)
    return bytes
  }

  func mistake(_ problem: String) -> StoreError {
    StoreError(.malformed, "bundle", "\(problem) (byte \(position))", remedy: "get the file again")
  }
}
