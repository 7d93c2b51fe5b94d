extension MovieBox {
  /// More elements side by side than we or anybody else writes.
  private static let mostElements = 1000

  /// Where the payload of bytes of ours lies in a webm; nil if it has none.
  ///
  /// Only the file's outermost elements are looked at, and only their heads are read.
  static func payload(of identifier: [UInt8], inElementsOf file: InputFile) -> Range<Int64>? {
    var start: Int64 = 0
    for _ in 0..<mostElements {
      guard let head = ElementHead(file, at: start) else { return nil }
      if head.isVoid, head.content.starts(with: identifier) {
        return head.payload.lowerBound + 16..<head.payload.upperBound
      }
      start = head.payload.upperBound
    }
    return nil
  }

  /// The head of an element: RFC 8794, sections 4 to 6. Both numbers say by their leading zeros how long they are.
  private struct ElementHead {
    let isVoid: Bool
    /// The first bytes.
    let content: ArraySlice<UInt8>
    let payload: Range<Int64>

    /// Nil at the end of the file, and for an element that does not say where it ends, or reaches past the file's end.
    init?(_ file: InputFile, at start: Int64) {
      let bytes = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
        count = max(0, file.read(into: UnsafeMutableRawBufferPointer(buffer), at: start))
      }
      guard let name = bytes.first, name > 0 else { return nil }
      let rest = bytes.dropFirst(name.leadingZeroBitCount + 1)
      guard let first = rest.first, first > 0, rest.count > first.leadingZeroBitCount else { return nil }
      let length = rest.prefix(first.leadingZeroBitCount + 1)
      let size = length.reduce(0) { $0 << 8 | Int64($1) } ^ (1 << (7 * length.count))
      let begin = start + Int64(length.endIndex)
      guard size >= 0, size <= file.size - begin else { return nil }
      isVoid = name == 0xEC && size >= 16
      content = bytes[length.endIndex...]
      payload = begin..<begin + size
    }
  }
}
