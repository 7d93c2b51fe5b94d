/// Writes boxes of ISO/IEC 14496-12, 4.2: a length, four letters, and content, which may be boxes again. Big-endian.
struct BoxWriter {
  private(set) var bytes: [UInt8] = []

  /// - Precondition: what the box holds is shorter than 4 GB.
  mutating func box(_ kind: String, _ content: (inout BoxWriter) -> Void) {
    let start = bytes.count
    write(UInt32(0))
    bytes += kind.utf8
    content(&self)
    set(UInt32(bytes.count - start), at: start)
  }

  /// A box that begins with a version and flags.
  mutating func box(_ kind: String, version: UInt32, flags: UInt32 = 0, _ content: (inout BoxWriter) -> Void) {
    box(kind) { box in
      box.write(version << 24 | flags)
      content(&box)
    }
  }

  mutating func write(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ content: [UInt8]) { bytes += content }

  mutating func writeZeros(_ count: Int) { bytes.append(contentsOf: repeatElement(0, count: count)) }

  /// Writes over a number that was not known when its place was passed.
  mutating func set(_ number: UInt32, at place: Int) {
    withUnsafeBytes(of: number.bigEndian) { bytes.replaceSubrange(place..<place + 4, with: $0) }
  }
}
