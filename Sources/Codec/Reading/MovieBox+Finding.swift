extension MovieBox {
  /// More boxes side by side than any movie has, short of fragmented ones of days.
  private static let mostBoxes = 100_000

  /// Where the payload of a box of ours lies in an mp4, a mov or a webm; nil if it has none, or is none of these.
  ///
  /// Only the file's outermost boxes are looked at, and only their heads are read.
  /// - Throws: `.unreachable` and its kin, if the file cannot be read.
  package static func payload(of identifier: [UInt8], in path: String) throws(CodecError) -> Range<Int64>? {
    let file = try InputFile(path: path)
    guard !file.head(4).elementsEqual([0x1A, 0x45, 0xDF, 0xA3]) else {
      return payload(of: identifier, inElementsOf: file)
    }
    var start: Int64 = 0
    for turn in 0..<mostBoxes {
      guard let head = Head(file, at: start), turn > 0 || head.kind == Array("ftyp".utf8) else { return nil }
      if head.kind == Array("uuid".utf8), head.identifier == identifier { return head.payload }
      start = head.end
    }
    return nil
  }

  /// The head of a box: ISO/IEC 14496-12, 4.2.
  private struct Head {
    let kind: [UInt8]
    let identifier: [UInt8]
    let payload: Range<Int64>
    var end: Int64 { payload.upperBound }

    /// Nil at the end of the file, and for a box that reaches past it.
    init?(_ file: InputFile, at start: Int64) {
      let bytes = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
        count = max(0, file.read(into: UnsafeMutableRawBufferPointer(buffer), at: start))
      }
      guard bytes.count >= 8 else { return nil }
      func number(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
      let isLong = number(0..<4) == 1
      guard !isLong || bytes.count >= 16 else { return nil }
      let declared = number(0..<4) == 0 ? UInt64(file.size - start) : isLong ? number(8..<16) : number(0..<4)
      kind = Array(bytes[4..<8])
      let isOurs = kind == Array("uuid".utf8)
      let length = (isLong ? 16 : 8) + (isOurs ? 16 : 0)
      guard let size = Int64(exactly: declared), size >= length, size <= file.size - start, bytes.count >= length else {
        return nil
      }
      identifier = isOurs ? Array(bytes[length - 16..<length]) : []
      payload = start + Int64(length)..<start + size
    }
  }
}
