/// Bytes that can be read at any place: a file, a part of one, or memory.
package protocol ByteSource {
  var length: Int64 { get }

  /// So many bytes from an offset on; fewer only if they end before.
  func bytes(_ count: Int, from offset: Int64) throws(StoreError) -> [UInt8]
}

/// Bytes in memory.
package struct BytesInMemory: ByteSource {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var length: Int64 { Int64(bytes.count) }

  package func bytes(_ count: Int, from offset: Int64) -> [UInt8] {
    Array(bytes.dropFirst(Int(max(0, offset))).prefix(count))
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

  package func bytes(_ count: Int, from offset: Int64) throws(StoreError) -> [UInt8] {
    try file.bytes(max(0, Int(min(Int64(count), length - offset))), from: start + offset)
  }
}
