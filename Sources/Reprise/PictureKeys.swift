import Codec
import Graph
import Plan
import Store

/// The keys of a plan's encoded segments, in order.
struct PictureKeys: Sendable {
  let keys: [Digest]

  init(_ plan: Plan, _ encoding: VideoEncoding) {
    let making = encoding.key + " " + Typesetting.libraries
    keys = plan.segments.map { plan.pictureKey(of: $0, making: making) }
  }

  var entries: [CacheKey] { keys.map { CacheKey(.picture, $0) } }
}
