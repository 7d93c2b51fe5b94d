import Codec
import Graph
import Plan
import Speech
import Store

/// Under which keys the samples of a video's segments are kept.
///
/// A key takes a slice of the graph, so each is made when it is first wanted. Belongs to one thread at a time.
final class SoundKeys {
  private let plan: Plan
  private var known: [Int: Digest] = [:]

  init(_ plan: Plan) { self.plan = plan }

  func key(of segment: Segment) -> Digest {
    if let key = known[segment.index] { return key }
    let key = plan.soundKey(of: segment, making: plan.soundMaking)
    known[segment.index] = key
    return key
  }

  func entry(for segment: Segment) -> CacheKey { CacheKey(.sound, key(of: segment)) }

  /// Of all segments, a line each.
  var text: String { plan.segments.map { "\(key(of: $0))" }.joined(separator: "\n") }
}

extension Plan {
  /// With what libraries the samples are made.
  var soundMaking: String {
    let speaks = graph.nodes.contains { $0.kind == .speech }
    return speaks ? "\(Libraries.decoding) \(Speaker.version)" : Libraries.decoding
  }
}
