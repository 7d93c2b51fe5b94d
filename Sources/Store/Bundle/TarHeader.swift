/// The block in front of a file in a tar archive: POSIX.1-2017, `pax`, "ustar Interchange Format".
///
/// Of the many blocks that mean the same, there is one that we write, and it is the only one that we read: a regular
/// file of nobody's, readable by all, from 1970. So there are no links, no folders and no tricks to look for.
struct TarHeader: Hashable {
  /// Headers, contents and the end fill whole blocks.
  static let block = 512
  /// What eleven octal digits hold.
  static let largest: Int64 = 0o77_777_777_777

  let name: String
  let size: Int64

  /// - Precondition: the name has at most 100 bytes, and the size is at most `largest`.
  init(name: String, size: Int64) {
    precondition(name.utf8.count <= 100 && 0...TarHeader.largest ~= size, "does not fit into a tar header")
    (self.name, self.size) = (name, size)
  }

  /// Reads a header; nil if it is not byte for byte what we would have written.
  init?(_ block: [UInt8]) {
    let name = block.prefix(100).prefix { $0 != 0 }
    let digits = String(decoding: block.dropFirst(124).prefix(11), as: UTF8.self)
    guard let text = String(validating: name, as: UTF8.self), digits.allSatisfy({ "0"..."7" ~= $0 }),
      let size = Int64(digits, radix: 8)
    else { return nil }
    (self.name, self.size) = (text, size)
    guard bytes == block else { return nil }
  }

  var bytes: [UInt8] {
    var block = [UInt8](repeating: 0, count: TarHeader.block)
    func put(_ text: String, at offset: Int) {
      block.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
    }
    put(name, at: 0)
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(TarHeader.octal(size, 11), at: 124)
    put("00000000000", at: 136)
    // The sum is taken with blanks in its own place.
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar\u{0}00", at: 257)
    put("0000000", at: 329)
    put("0000000", at: 337)
    let sum = block.reduce(0) { $0 + Int64($1) }
    put(TarHeader.octal(sum, 6) + "\u{0}", at: 148)
    return block
  }

  /// How many zeros follow the content.
  var padding: Int { (TarHeader.block - Int(size % Int64(TarHeader.block))) % TarHeader.block }

  /// Header, content and padding.
  var length: Int64 { Int64(TarHeader.block) + size + Int64(padding) }

  private static func octal(_ number: Int64, _ digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
