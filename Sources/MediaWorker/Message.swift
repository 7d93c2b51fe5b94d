/// One message between a host and a media worker: its type, and its fields one after another. Numbers are little-endian.
struct Message {
  private(set) var bytes: [UInt8]
  private var next = 1

  init(_ type: UInt8) { bytes = [type] }

  /// - Throws: `.empty` for no bytes.
  init(_ bytes: [UInt8]) throws(Malformed) {
    guard !bytes.isEmpty else { throw .empty }
    self.bytes = bytes
  }

  /// What makes bytes no message.
  enum Malformed: Error { case empty, endsTooSoon, goesOn, unknown }

  var type: UInt8 { bytes[0] }
  private var left: Int { bytes.count - next }

  mutating func put(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Bytes up to the message's end.
  mutating func put(rest: some Sequence<UInt8>) { bytes += rest }

  mutating func number<N: FixedWidthInteger>(_: N.Type = N.self) throws(Malformed) -> N {
    let size = MemoryLayout<N>.size
    guard left >= size else { throw .endsTooSoon }
    defer { next += size }
    return bytes[next..<next + size].reversed().reduce(0) { $0 << 8 | N(truncatingIfNeeded: $1) }
  }

  mutating func rest() -> ArraySlice<UInt8> {
    defer { next = bytes.count }
    return bytes[next...]
  }

  /// - Throws: `.goesOn` if there are bytes that nobody asked for.
  func end() throws(Malformed) {
    guard left == 0 else { throw .goesOn }
  }
}
