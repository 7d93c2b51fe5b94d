package import Graph
import Media

// A key says which bytes a segment has: the digest of everything that they follow from. What follows from nothing that the
// segment shows is not in its slice; all else counts, so that a word of the language which is new counts by itself.
extension Plan {
  /// Raised whenever drawing or mixing gives other bits for the same slice.
  private static let rendererVersion = 4
  /// Raised where mixing alone does.
  private static let mixerVersion = 2

  /// The key of a segment's encoded pictures.
  ///
  /// - Parameter making: How they are encoded and with what libraries they are made.
  package func pictureKey(of segment: Segment, making: String) -> Digest {
    let rate = graph.canvas.frameRate
    // Where frames last unequal numbers of flicks, it matters which they are.
    let first = rate.isExact ? 0 : segment.frames.lowerBound
    return key("picture", making, "\(scene.output) \(first)+\(segment.frames.count)", picture(of: segment))
  }

  /// The key of a segment's samples.
  ///
  /// - Parameter making: With what libraries they are made.
  package func soundKey(of segment: Segment, making: String) -> Digest {
    key("sound \(Plan.mixerVersion)", making, "\(samples(of: segment).count)", sound(of: segment))
  }

  private func key(_ kind: String, _ making: String, _ extent: String, _ slice: Graph) -> Digest {
    Digest(of: "\(kind) \(Plan.rendererVersion)\n\(making)\n\(extent)\n\(slice.text)".utf8)
  }
}
