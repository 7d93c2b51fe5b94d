import Synchronization

/// Encoded segments, put aside on disk until the video is assembled, so that memory does not grow with its length.
///
/// Segments come in any order, from any thread. The file has no name and vanishes with the spool.
package final class PacketSpool: Sendable {
  private struct Entry {
    let place: Range<Int64>
    let reordering: Int
  }

  private let file: SpoolFile
  private let entries = Mutex<[Int: Entry]>([:])

  /// - Parameter folder: Where the file takes its space: about as much as the finished video.
  package init(in folder: String) throws(CodecError) {
    file = try SpoolFile(in: folder)
  }

  /// Puts a segment aside.
  ///
  /// - Parameter indices: Its places in the video, from 0. Each index comes once.
  package func append(_ segment: EncodedSegment, at indices: [Int]) throws(CodecError) {
    let entry = Entry(place: try file.append(segment.serialized()), reordering: segment.reordering)
    for index in indices {
      let former = entries.withLock { $0.updateValue(entry, forKey: index) }
      precondition(former == nil, "a segment is put aside once")
    }
  }

  /// How many segments there are.
  package var count: Int { entries.withLock { $0.count } }

  /// The most that any segment needs: see `EncodedSegment.reordering`.
  package var reordering: Int { entries.withLock { $0.values.reduce(0) { max($0, $1.reordering) } } }

  /// - Precondition: the segment was put aside.
  package func segment(_ index: Int) throws(CodecError) -> EncodedSegment {
    guard let entry = entries.withLock({ $0[index] }) else { preconditionFailure("segment \(index) is not here") }
    return try EncodedSegment(serialized: file.read(entry.place))
  }
}
