import Codec
import Graph
import Plan
import Store
import Synchronization

/// A stream's segments: when each is shown, and under which keys its pictures and its sound are kept.
///
/// A key takes a slice of the graph, so each is made when it is first wanted. Any thread may ask.
final class StreamPlan: Sendable {
  let plan: Plan
  let encoding: VideoEncoding
  let mastering: Mastering?
  private let pictureKeys = Mutex<[Int: Digest]>([:])
  private let soundKeys = Mutex<[Int: Digest]>([:])

  init(_ plan: Plan, _ encoding: VideoEncoding, _ mastering: Mastering?) {
    (self.plan, self.encoding, self.mastering) = (plan, encoding, mastering)
  }

  var count: Int { plan.segments.count }
  var hasSound: Bool { plan.graph.nodes[plan.graph.root].hasSound }

  /// A segment's pictures, by their number in the stream.
  func frames(of index: Int) -> Range<Int64> {
    let (frames, first) = (plan.segments[index].frames, plan.segments[0].frames.lowerBound)
    return frames.lowerBound - first..<frames.upperBound - first
  }

  /// When a segment is shown, on the stream's clock.
  func range(of index: Int) -> TimeRange {
    let frames = frames(of: index)
    return TimeRange(
      encoding.frameRate.time(ofFrame: frames.lowerBound), encoding.frameRate.time(ofFrame: frames.upperBound))
  }

  /// A segment's samples, by their number in the stream.
  func samples(of index: Int) -> Range<Int64> {
    let (samples, first) = (plan.samples(of: plan.segments[index]), plan.samples.start)
    return samples.lowerBound - first..<samples.upperBound - first
  }

  /// A segment's packets of sound, by their number in the stream.
  func packets(of index: Int) -> Range<Int64> {
    SoundStretch.packets(for: samples(of: index), isLast: index == count - 1)
  }

  // MARK: Keys

  func picture(of index: Int) -> CacheKey {
    CacheKey(.picture, key(index, in: pictureKeys) { PictureKeys.key(of: $0, in: plan, encoding) })
  }

  /// The samples of a segment.
  func sound(of index: Int) -> CacheKey {
    CacheKey(
      .sound, key(index, in: soundKeys) { plan.soundKey(of: $0, making: plan.soundMaking) })
  }

  /// The packets that go with a segment: they follow from the samples of its own and of those around it.
  func stretch(of index: Int) -> CacheKey {
    let packets = packets(of: index)
    let wanted = SoundStretch.samples(for: packets)
    let parts = segments(sounding: wanted).map {
      "\(sound(of: $0).digest) \(samples(of: $0).lowerBound - wanted.lowerBound)"
    }
    let head = "aac stretch \(SoundStretch.formatVersion) \(packets.count)\n"
    let text = head + (parts + [mastering?.key].compactMap(\.self)).joined(separator: "\n")
    return CacheKey(.track, Digest(of: text.utf8))
  }

  /// The segments that some of the stream's samples belong to.
  func segments(sounding samples: Range<Int64>) -> Range<Int> {
    let first = plan.samples.start
    return plan.segments(sounding: samples.lowerBound + first..<samples.upperBound + first)
  }

  private func key(_ index: Int, in known: borrowing Mutex<[Int: Digest]>, _ make: (Segment) -> Digest) -> Digest {
    if let key = known.withLock({ $0[index] }) { return key }
    let key = make(plan.segments[index])
    known.withLock { $0[index] = key }
    return key
  }
}
