import Media

/// Writes the pictures of a GIF or a WebP one behind the other, each with how long it is shown.
///
/// How long is counted from where the picture before it ended, so that what is rounded does not add up.
struct AnimationWriter {
  private let file: AtomicFile
  private let encoding: VideoEncoding
  private var offset: Int64 = 0
  /// Ticks that are over: hundredths of a second of a GIF, thousandths of a WebP.
  private var ticks: Int64 = 0

  init(_ file: AtomicFile, _ encoding: VideoEncoding) { (self.file, self.encoding) = (file, encoding) }

  private var isGIF: Bool { encoding.codec == .gif }

  mutating func begin() throws(CodecError) { try append(isGIF ? gifHead : webpHead(length: 0)) }

  mutating func write(_ picture: ArraySlice<UInt8>, until end: Time) throws(CodecError) {
    let rate: Int64 = isGIF ? 100 : 1000
    let now = end.flicks.scaled(by: rate, over: Time.flicksPerSecond, rounding: .toNearestOrAwayFromZero)
    // Less than two hundredths would be shown as ten.
    let length = max(now - ticks, isGIF ? 2 : 1)
    ticks += length
    var bytes = Array(picture)
    if isGIF {
      bytes.replaceSubrange(GIFPicture.delay, with: Int(length).threeBytes.prefix(2))
      try append(bytes)
    } else {
      bytes.replaceSubrange(WebPEncoder.duration, with: Int(length).threeBytes)
      var chunk = Array("ANMF".utf8)
      chunk.append(littleEndian: UInt32(bytes.count))
      try append(chunk + bytes)
    }
  }

  mutating func end() throws(CodecError) {
    guard !isGIF else { return try append([0x3B]) }
    guard let length = UInt32(exactly: offset - 8) else {
      throw CodecError(.tooLarge, file.path, "a WebP has at most 4 GB", remedy: "use a larger quality number")
    }
    try write(webpHead(length: length), at: 0)
  }

  /// Size, no table for all, and that it goes on for ever (GIF89a, sections 17, 18 and 26, and Netscape's block).
  private var gifHead: [UInt8] {
    let sides = [encoding.size.width, encoding.size.height].flatMap { $0.threeBytes.prefix(2) }
    return Array("GIF89a".utf8) + sides + [0x70, 0, 0, 0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
  }

  /// RFC 9649, 2.7: size, that it is animated and whether it has alpha, a clear ground, for ever.
  private func webpHead(length: UInt32) -> [UInt8] {
    var head = Array("RIFF".utf8)
    head.append(littleEndian: length)
    head += Array("WEBPVP8X".utf8) + [10, 0, 0, 0, encoding.hasAlpha ? 0x12 : 2, 0, 0, 0]
    head += [encoding.size.width - 1, encoding.size.height - 1].flatMap(\.threeBytes)
    return head + Array("ANIM".utf8) + [6, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  }

  private mutating func append(_ bytes: [UInt8]) throws(CodecError) {
    try write(bytes, at: offset)
    offset += Int64(bytes.count)
  }

  private func write(_ bytes: [UInt8], at place: Int64) throws(CodecError) {
    guard let failure = bytes.withUnsafeBytes({ file.file.write($0, at: place) }) else { return }
    throw .unwritable(file.path, failure, progress: "after \(offset) bytes")
  }
}
