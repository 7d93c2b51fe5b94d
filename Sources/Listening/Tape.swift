import Media

/// The stretch of a recording that is being listened to: it moves forward only, and holds no more than it must.
struct Tape {
  let recording: Recording
  private var planes: [[Float]]
  /// The recording's sample that the planes begin with.
  private var start: Int64?
  private static let blockLength = 24_000

  init(_ recording: Recording) {
    self.recording = recording
    planes = Array(repeating: [], count: recording.channelCount)
  }

  /// Moves on, so that a range can be read. Before and after the recording there is silence.
  ///
  /// - Parameter range: Begins nowhere before that of the last time.
  mutating func hold(_ range: Range<Int64>) throws {
    let first = start ?? range.lowerBound
    start = first
    while first + Int64(planes[0].count) < range.upperBound { try readOn(from: first + Int64(planes[0].count)) }
    // A block at a time, since moving the rest costs as much.
    guard range.lowerBound - first > Int64(Self.blockLength) else { return }
    for channel in planes.indices { planes[channel].removeFirst(Int(range.lowerBound - first)) }
    start = range.lowerBound
  }

  /// Samples of a channel, inside what is held.
  func withSamples<Result>(
    _ channel: Int, from first: Int64, _ count: Int, _ body: (UnsafeBufferPointer<Float>) -> Result
  ) -> Result {
    let offset = Int(first - (start ?? 0))
    return planes[channel].withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[offset..<offset + count])) }
  }

  private mutating func readOn(from place: Int64) throws {
    guard place >= 0, place < recording.frameCount else {
      let silence = place < 0 ? Int(min(-place, Int64(Self.blockLength))) : Self.blockLength
      for channel in planes.indices { planes[channel].append(contentsOf: repeatElement(0, count: silence)) }
      return
    }
    let count = Int(min(Int64(Self.blockLength), recording.frameCount - place))
    let block = try recording.read(place, count)
    for channel in planes.indices { append(block, channel, count) }
  }

  /// What is not a number, or infinite, counts as 0; what a source leaves out, too.
  private mutating func append(_ block: AudioBlock, _ channel: Int, _ count: Int) {
    let plane = channel < block.channelCount ? channel * block.frameCount : block.samples.count
    let given = channel < block.channelCount ? min(count, block.frameCount) : 0
    planes[channel].append(contentsOf: block.samples[plane..<plane + given].lazy.map { $0.isFinite ? $0 : 0 })
    planes[channel].append(contentsOf: repeatElement(0, count: count - given))
  }
}
