import Codec
import Graph
import Plan
import Store

/// The keys of a plan's encoded segments, in order.
struct PictureKeys: Sendable {
  let keys: [Digest]

  init(_ plan: Plan, _ encoding: VideoEncoding) {
    keys = plan.segments.map { PictureKeys.key(of: $0, in: plan, encoding) }
  }

  static func key(of segment: Segment, in plan: Plan, _ encoding: VideoEncoding) -> Digest {
    plan.pictureKey(of: segment, making: encoding.key + " " + Typesetting.libraries)
  }

  var entries: [CacheKey] { keys.map { CacheKey(.picture, $0) } }
}
