/// The commonest damage to mp4 and mov: the recorder died before it wrote the index, `moov`.
enum MissingIndex {
  static let remedy = "repair it with a tool that rebuilds the index, or record it again"

  /// Walks the boxes at the top level: media data is there, an index is not.
  static func isTheReason(_ file: InputFile) -> Bool {
    var offset: Int64 = 0
    var hasData = false
    // A real file has a handful of boxes at the top level.
    for _ in 0..<1000 {
      guard let box = box(file, at: offset) else { break }
      if box.type == "moov" { return false }
      hasData = hasData || box.type == "mdat"
      offset = box.end
    }
    return hasData
  }

  /// ISO/IEC 14496-12, 4.2: size, type, and the size again in 64 bits if the first is 1; 0 reaches to the end.
  private static func box(_ file: InputFile, at offset: Int64) -> (type: String, end: Int64)? {
    var header = [UInt8](repeating: 0, count: 16)
    let count = header.withUnsafeMutableBytes { file.read(into: $0, at: offset) }
    guard count >= 8 else { return nil }
    let short = header[0..<4].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    let long = header[8..<16].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let size = short == 1 ? Int64(clamping: long) : short == 0 ? file.size - offset : short
    let (end, overflow) = offset.addingReportingOverflow(size)
    guard size >= 8, !overflow else { return nil }
    return (String(decoding: header[4..<8], as: UTF8.self), end)
  }
}
