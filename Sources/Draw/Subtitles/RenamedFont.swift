import Glibc

/// One face of a font file as a file of its own, which is called as we like.
///
/// libass finds fonts by their names, and those in files are what their makers wrote: the same for several files, in many
/// languages, or missing. Under a name of ours a script means one face of one file.
struct RenamedFont {
  let bytes: [UInt8]

  /// More than the largest of Chinese.
  private static let most = 256 << 20
  private static let nameTag: UInt32 = 0x6E61_6D65

  /// - Parameter face: Which of the file's, from 0.
  /// - Throws: `.failed` for a file that cannot be read, or is no OpenType font.
  init(_ file: String, face: Int, name: String) throws(DrawError) {
    guard let bytes = Self.content(of: file), let font = Self.renamed(bytes, face: face, name: name) else {
      throw .failed(operation: "opening a font", reason: "\"\(file)\" is no OpenType font")
    }
    self.bytes = font
  }

  private static func content(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard (12...most).contains(size), lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: size)
    var done = 0
    while done < bytes.count {
      // Safe because the range lies in the array.
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done) }
      guard count > 0 else { return nil }
      done += count
    }
    return bytes
  }

  /// The tables of a face behind a directory of their own (OpenType 1.9, "Organization of an OpenType font").
  private static func renamed(_ bytes: [UInt8], face: Int, name: String) -> [UInt8]? {
    guard let start = bytes.start(ofFace: face), let kind = bytes.number(4, at: start),
      let count = bytes.number(2, at: start + 4), (1...256).contains(count)
    else { return nil }
    var tables: [(tag: UInt32, bytes: ArraySlice<UInt8>)] = []
    for record in (0..<count).map({ start + 12 + 16 * $0 }) {
      guard let tag = bytes.number(4, at: record), let offset = bytes.number(4, at: record + 8),
        let length = bytes.number(4, at: record + 12), offset + length <= bytes.count
      else { return nil }
      if tag != Int(nameTag) { tables.append((UInt32(tag), bytes[offset..<offset + length])) }
    }
    tables.append((nameTag, nameTable(name)[...]))
    tables.sort { $0.tag < $1.tag }
    return file(kind, tables)
  }

  private static func file(_ kind: Int, _ tables: [(tag: UInt32, bytes: ArraySlice<UInt8>)]) -> [UInt8] {
    var head: [UInt8] = []
    head.put(kind, 4)
    // Nobody reads the three numbers for a binary search.
    for number in [tables.count, 0, 0, 0] { head.put(number, 2) }
    var body: [UInt8] = []
    for table in tables {
      head.put(Int(table.tag), 4)
      for number in [0, 12 + 16 * tables.count + body.count, table.bytes.count] { head.put(number, 4) }
      body += table.bytes
      body += [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
    }
    return head + body
  }

  /// The name as that of the family, of the font, and for PostScript, for Windows in English.
  private static func nameTable(_ name: String) -> [UInt8] {
    let letters: [UInt8] = name.utf8.flatMap { [0 as UInt8, $0] }
    var table: [UInt8] = []
    for number in [0, 3, 6 + 3 * 12] { table.put(number, 2) }
    for identifier in [1, 4, 6] {
      for number in [3, 1, 0x409, identifier, letters.count, 0] { table.put(number, 2) }
    }
    return table + letters
  }
}

extension [UInt8] {
  /// A number, the highest byte first; nil where there is none.
  fileprivate func number(_ size: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - size else { return nil }
    return self[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Where the directory of a face lies: files of several begin with a list.
  fileprivate func start(ofFace face: Int) -> Int? {
    guard number(4, at: 0) == 0x7474_6366 else { return face == 0 ? 0 : nil }
    guard let faces = number(4, at: 8), (0..<faces).contains(face), face < 1 << 16 else { return nil }
    return number(4, at: 12 + 4 * face)
  }

  fileprivate mutating func put(_ number: Int, _ size: Int) {
    for shift in (0..<size).reversed() { append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }
}
