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
    var words = SIMD4<UInt64>.zero
    for (index, byte) in digest.enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    self.words = words
  }

  /// Reads 64 hexadecimal digits; nil for anything else.
  package init?(hexadecimal text: some StringProtocol) {
    guard text.utf8.count == 64 else { return nil }
    var words = SIMD4<UInt64>.zero
    for (index, digit) in text.utf8.enumerated() {
      guard let value = Character(UnicodeScalar(digit)).hexDigitValue else { return nil }
      words[index / 16] = words[index / 16] << 4 | UInt64(value)
    }
    self.words = words
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
