/// Reads numbers as MIDI files have them, inside bounds.
struct MIDIBytes {
  private let bytes: [UInt8]
  private(set) var offset: Int
  private let end: Int

  init(_ bytes: [UInt8]) {
    (self.bytes, offset, end) = (bytes, 0, bytes.count)
  }

  private init(_ bytes: [UInt8], from offset: Int, to end: Int) {
    (self.bytes, self.offset, self.end) = (bytes, offset, end)
  }

  var isAtEnd: Bool { offset == end }
  var rest: Int { end - offset }

  mutating func byte() throws(MIDIError) -> UInt8 {
    guard offset < end else {
      throw MIDIError(.truncated, at: offset, "it ends in the middle of an event or a chunk", wanted: "more bytes")
    }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// A number of `count` bytes, the greatest first.
  mutating func number(_ count: Int) throws(MIDIError) -> Int {
    var number = 0
    for _ in 0..<count { number = number << 8 | Int(try byte()) }
    return number
  }

  /// A data byte of a message, below 128.
  mutating func data() throws(MIDIError) -> Int {
    let byte = try byte()
    guard byte < 0x80 else {
      throw MIDIError(.syntax, at: offset - 1, "byte \(byte) inside a message", wanted: "a data byte below 128")
    }
    return Int(byte)
  }

  /// A number of up to four bytes, seven bits in each.
  mutating func variable() throws(MIDIError) -> Int {
    var number = 0
    for _ in 0..<4 {
      let byte = try byte()
      number = number << 7 | Int(byte & 0x7f)
      if byte < 0x80 { return number }
    }
    throw MIDIError(.syntax, at: offset - 4, "a length of more than four bytes", wanted: "at most 0x0FFFFFFF")
  }

  /// The next `count` bytes on their own.
  mutating func slice(_ count: Int) throws(MIDIError) -> MIDIBytes {
    guard count <= rest else {
      throw MIDIError(
        .truncated, at: offset, "\(count) bytes are announced where \(rest) are left",
        remedy: "load the whole file again")
    }
    defer { offset += count }
    return MIDIBytes(bytes, from: offset, to: offset + count)
  }
}
