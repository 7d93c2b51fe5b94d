/// One form in which a secret may stand in a text.
struct Needle: Hashable, Sendable {
  let bytes: [UInt8]
  /// Whether upper and lower case are the same in it: hexadecimal.
  let ignoresCase: Bool

  /// Plain, in hexadecimal, and in base64 as it comes out behind any number of other bytes.
  static func forms(of secret: String) -> [Needle] {
    let bytes = Array(secret.utf8)
    let digits = bytes.flatMap { [hexadecimal[Int($0 >> 4)], hexadecimal[Int($0 & 15)]] }
    return [Needle(bytes: bytes, ignoresCase: false), Needle(bytes: digits, ignoresCase: true)]
      + (0..<3).map { Needle(bytes: base64(of: bytes, behind: $0), ignoresCase: false) }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The characters that depend on these bytes alone (RFC 4648, section 4).
  private static func base64(of bytes: [UInt8], behind count: Int) -> [UInt8] {
    let padded = Array(repeating: UInt8(0), count: count) + bytes
    let bits = count * 8..<padded.count * 8
    let sextets = (bits.lowerBound + 5) / 6..<bits.upperBound / 6
    return sextets.map { index in
      let (byte, shift) = (index * 6 / 8, index * 6 % 8)
      let pair = UInt16(padded[byte]) << 8 | UInt16(byte + 1 < padded.count ? padded[byte + 1] : 0)
      return alphabet[Int(pair >> (10 - shift) & 63)]
    }
  }
}
