extension Secret {
  /// A text without the key: servers like to say which key they did not take.
  ///
  /// Eight characters of the key in a row are enough to be left out, so that a shortened key does not pass either.
  package func redacted(_ text: String) -> String {
    let (bytes, key) = (Array(text.utf8), Array(value.utf8))
    var (kept, place) = ([UInt8](), 0)
    while place < bytes.count {
      let length = Self.longestMatch(bytes[place...], in: key)
      guard length >= min(8, key.count) else {
        kept.append(bytes[place])
        place += 1
        continue
      }
      kept += "(secret)".utf8
      place += length
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// How many bytes a text begins with that stand in the key, too.
  private static func longestMatch(_ text: ArraySlice<UInt8>, in key: [UInt8]) -> Int {
    key.indices.reduce(0) { longest, start in
      max(longest, zip(text, key[start...]).prefix { $0 == $1 }.count)
    }
  }
}
