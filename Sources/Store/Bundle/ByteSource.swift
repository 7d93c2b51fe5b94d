/// Bytes that can be read at any place: a file, a part of one, or memory.
package protocol ByteSource {
  var length: Int64 { get }

  /// Fills the front of `buffer` with what stands at `offset`.
  ///
  /// - Returns: How many bytes: fewer than there is room for only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(StoreError) -> Int
}

/// Bytes in memory.
package struct BytesInMemory: ByteSource {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var length: Int64 { Int64(bytes.count) }

  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int {
    guard let start = Int(exactly: offset), bytes.indices.contains(start) else { return 0 }
    let piece = bytes[start...].prefix(buffer.count)
    buffer.copyBytes(from: piece)
    return piece.count
  }
}

/// Part of a file.
package final class BytesInFile: ByteSource, Sendable {
  private let file: OpenFile
  private let start: Int64
  package let length: Int64

  /// - Parameters:
  ///   - start: Where the part begins.
  ///   - length: How long it is; to the end of the file if nil.
  /// - Throws: `.missing`, `.unreachable`; `.malformed` if the file ends before the part does.
  package init(_ path: String, from start: Int64 = 0, length: Int64? = nil) throws(StoreError) {
    guard let file = try OpenFile.reading(path) else { throw .noFile(path) }
    let size = try file.status().size
    guard 0...size ~= start, 0...size - start ~= length ?? 0 else {
      throw StoreError(.malformed, path, "ends before what should be in it", remedy: "get the file again")
    }
    (self.start, self.length) = (start, length ?? size - start)
    self.file = file
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(StoreError) -> Int {
    guard 0..<length ~= offset else { return 0 }
    let count = Int(min(Int64(buffer.count), length - offset))
    return try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]), at: start + offset)
  }
}
