/// Where the files of pictures go: a name with a place for their numbers, as C's `printf` writes it: `frames/%05d.png`.
package struct PictureSequence: Hashable, Sendable {
  private let head, tail: String
  private let width: Int

  /// Nil if the name has no such place, or more than one.
  package init?(_ pattern: String) {
    let parts = pattern.split(separator: "%", omittingEmptySubsequences: false)
    guard parts.count == 2, let end = parts[1].firstIndex(of: "d") else { return nil }
    let digits = parts[1][..<end]
    guard digits.isEmpty || (digits.first == "0" && Int(digits).map { (0...20).contains($0) } == true) else {
      return nil
    }
    (head, tail) = (String(parts[0]), String(parts[1][parts[1].index(after: end)...]))
    width = Int(digits) ?? 0
  }

  /// The path of a picture.
  package func path(_ number: Int64) -> String {
    let digits = "\(number)"
    return head + String(repeating: "0", count: max(0, width - digits.count)) + digits + tail
  }

  /// Writes the pictures of all segments, each whole or not at all.
  ///
  /// - Parameter first: The first picture's number.
  /// - Returns: How many bytes they have together.
  package func write(_ segments: PacketSpool, from first: Int64) throws(CodecError) -> Int64 {
    var (number, length) = (first, Int64(0))
    for index in 0..<segments.count {
      let segment = try segments.segment(index)
      for packet in segment.packets {
        let file = try AtomicFile(path(number))
        try file.write(Array(segment.payload(of: packet)))
        try file.commit()
        (number, length) = (number + 1, length + Int64(packet.bytes.count))
      }
    }
    return length
  }
}
