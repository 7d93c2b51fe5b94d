import Glibc
import Synchronization

/// Bytes put aside on disk for a while, in a file without a name: it is gone when its owner is, whatever happens.
///
/// Any thread may append and read.
package final class SpoolFile: Sendable {
  private let file: OpenFile
  private let place: String
  private let end = Mutex<Int64>(0)

  /// - Parameter folder: Where the file takes its space.
  package init(in folder: String) throws(CodecError) {
    place = "a temporary file in \(folder)"
    do {
      file = try OpenFile(temporaryIn: folder)
    } catch {
      throw .unwritable(place, error)
    }
    if let name = file.name { unlink(name) }
  }

  /// Writes bytes behind what is there.
  ///
  /// - Returns: Where they lie.
  package func append(_ bytes: [UInt8]) throws(CodecError) -> Range<Int64> {
    let count = Int64(bytes.count)
    let start = end.withLock { end in
      defer { end += count }
      return end
    }
    if let failure = bytes.withUnsafeBytes({ file.write($0, at: start) }) {
      throw .unwritable(place, failure, progress: "after \(start) bytes")
    }
    return start..<(start + count)
  }

  /// - Parameter range: A range that `append` gave, or a part of one.
  package func read(_ range: Range<Int64>) throws(CodecError) -> [UInt8] {
    var failure: OpenFile.Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { bytes, count in
      failure = file.read(into: UnsafeMutableRawBufferPointer(bytes), at: range.lowerBound)
      count = failure == nil ? range.count : 0
    }
    if let failure { throw .unwritable(place, failure, progress: "on reading it again") }
    return bytes
  }
}
