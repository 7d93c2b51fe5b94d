/// Inputs of several parts: each is its length (16 bits, little-endian) and its bytes, so that mutations of one leave the
/// others whole. The last may be cut off.
enum Chunks {
  static func split(_ input: [UInt8]) -> [[UInt8]] {
    var (parts, rest) = ([[UInt8]](), input[...])
    while rest.count >= 2 {
      let length = Int(rest.removeFirst()) | Int(rest.removeFirst()) << 8
      parts.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return parts
  }

  static func join(_ parts: [[UInt8]]) -> [UInt8] {
    parts.flatMap { [UInt8(truncatingIfNeeded: $0.count), UInt8(truncatingIfNeeded: $0.count >> 8)] + $0 }
  }

  /// As worker and host frame them on the wire.
  static func frames(_ parts: [[UInt8]]) -> [UInt8] {
    parts.flatMap { part in withUnsafeBytes(of: UInt32(part.count).littleEndian, Array.init) + part }
  }
}
