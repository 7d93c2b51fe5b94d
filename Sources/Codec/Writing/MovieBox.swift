/// Bytes of our own that travel in a movie: a `uuid` box of ISO/IEC 14496-12, 4.2, behind everything else, where players
/// pass over it.
package struct MovieBox: Hashable, Sendable {
  /// Sixteen bytes that say what the payload is.
  package let identifier: [UInt8]
  package let payload: [UInt8]

  /// - Precondition: sixteen bytes of identifier, and less than 4 GB of payload.
  package init(identifier: [UInt8], payload: [UInt8]) {
    precondition(identifier.count == 16 && payload.count < Int(UInt32.max) - 24, "a box has a UUID and a 32-bit length")
    self.identifier = identifier
    self.payload = payload
  }

  var bytes: [UInt8] {
    let length = withUnsafeBytes(of: UInt32(24 + payload.count).bigEndian, Array.init)
    return length + Array("uuid".utf8) + identifier + payload
  }

  /// The same for a webm: a void element (RFC 9559, 5.1.1 with RFC 8794, 11.3.2), which players pass over as well. Its
  /// length takes eight bytes.
  var element: [UInt8] {
    let length = withUnsafeBytes(of: (UInt64(16 + payload.count) | 1 << 56).bigEndian, Array.init)
    return [0xEC] + length + identifier + payload
  }
}
