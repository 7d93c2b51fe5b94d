import Crypto

/// The SHA-256 of some bytes: how assets, fonts and graphs are known, on every machine.
package struct Digest: Hashable, Sendable {
  private let words: SIMD4<UInt64>

  /// The digest of bytes at hand.
  package init(of bytes: some Sequence<UInt8>) {
    var hash = RunningDigest()
    Array(bytes).withUnsafeBytes { hash.update($0) }
    self = hash.finished()
  }

  fileprivate init(_ digest: SHA256.Digest) {
    // Safe because a digest has 32 bytes.
    words = digest.withUnsafeBytes { bytes in
      SIMD4(
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)))
    }
  }

  /// Its first 16 digits, as a number.
  package var beginning: UInt64 { words[0] }

  /// Reads 64 hexadecimal digits; nil for anything else.
  package init?(hexadecimal text: some StringProtocol) {
    self.init(hexadecimal: Array(text.utf8)[...])
  }

  /// Reads 64 hexadecimal digits; nil for anything else.
  package init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 64 else { return nil }
    var words = SIMD4<UInt64>.zero
    for index in 0..<4 {
      guard let word = UInt64(hexadecimal: digits.dropFirst(index * 16).prefix(16)) else { return nil }
      words[index] = word
    }
    self.words = words
  }

  /// Its beginning is as random as all of it.
  package func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }
}

extension UInt64 {
  /// Reads digits of either case, up to 16 of them; nil for anything else.
  package init?(hexadecimal text: ArraySlice<UInt8>) {
    guard (1...16).contains(text.count) else { return nil }
    self = 0
    for digit in text {
      guard let value = UInt64(hexadecimalDigit: digit) else { return nil }
      self = self << 4 | value
    }
  }

  fileprivate init?(hexadecimalDigit digit: UInt8) {
    switch digit {
    case 0x30...0x39: self = UInt64(digit - 0x30)
    case 0x41...0x46: self = UInt64(digit - 0x37)
    case 0x61...0x66: self = UInt64(digit - 0x57)
    default: return nil
    }
  }
}

extension Digest: CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package var description: String {
    (0..<4).map { index in
      let digits = String(words[index], radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

extension Digest: Comparable {
  /// The order of their digits.
  package static func < (a: Digest, b: Digest) -> Bool {
    for index in 0..<4 where a.words[index] != b.words[index] { return a.words[index] < b.words[index] }
    return false
  }
}

/// A digest of bytes that come in pieces.
package struct RunningDigest {
  private var hash = SHA256()

  package init() {}

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    hash.update(bufferPointer: bytes)
  }

  package func finished() -> Digest { Digest(hash.finalize()) }
}
