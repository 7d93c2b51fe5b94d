import Synchronization

/// Encoded segments, put aside on disk until the video is assembled, so that memory does not grow with its length.
///
/// Segments come in any order, from any thread. The file has no name and vanishes with the spool.
package final class PacketSpool: Sendable {
  private struct Entry {
    let place: Range<Int64>
    /// The segment without its bytes.
    let outline: EncodedSegment
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
    try append(segment, serialized: segment.serialized(), at: indices)
  }

  /// Puts a segment aside that is at hand in its stored form.
  package func append(
    _ segment: EncodedSegment, serialized bytes: [UInt8], at indices: [Int]
  ) throws(CodecError) {
    let outline = EncodedSegment(parameterSets: segment.parameterSets, packets: segment.packets, data: [])
    let entry = Entry(place: try file.append(bytes), outline: outline)
    for index in indices {
      let former = entries.withLock { $0.updateValue(entry, forKey: index) }
      precondition(former == nil, "a segment is put aside once")
    }
  }

  /// How many segments there are.
  package var count: Int { entries.withLock { $0.count } }

  /// The most that any segment needs: see `EncodedSegment.reordering`.
  package var reordering: Int { entries.withLock { $0.values.reduce(0) { max($0, $1.outline.reordering) } } }

  /// - Precondition: the segment was put aside.
  package func segment(_ index: Int) throws(CodecError) -> EncodedSegment {
    try EncodedSegment(serialized: file.read(entry(index).place))
  }

  /// A segment without the bytes of its pictures; nothing is read for it.
  ///
  /// - Precondition: the segment was put aside.
  package func outline(_ index: Int) -> EncodedSegment { entry(index).outline }

  private func entry(_ index: Int) -> Entry {
    guard let entry = entries.withLock({ $0[index] }) else { preconditionFailure("segment \(index) is not here") }
    return entry
  }
}
