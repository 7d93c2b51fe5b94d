import Codec
import Graph
import Plan

/// How a video would be made: its segments, which of them are at hand, and what the others will cost. Nothing is drawn.
public struct RenderPlan: Sendable {
  /// A stretch of the video that is drawn, encoded and kept on its own.
  public struct Segment: Hashable, Sendable {
    public let range: TimeRange
    public let frameCount: Int
    /// 64 hexadecimal digits, from everything that decides the segment's bytes.
    public let key: String
    /// Whether it is at hand already.
    public let isCached: Bool
    /// An estimate: seconds of one processor core that drawing and encoding take, if it is not at hand.
    public let cost: Double
  }

  public let segments: [Segment]
  let plan: Plan

  /// An estimate of the whole, in seconds of one processor core; nothing for what is at hand.
  public var cost: Double { segments.reduce(0) { $0 + ($1.isCached ? 0 : $1.cost) } }
  public var drawnSegmentCount: Int { segments.count { !$0.isCached } }
}

extension Composition {
  /// Says how the video would be made.
  ///
  /// - Throws: what is wrong with the options.
  public func plan(options: RenderOptions = RenderOptions()) throws(RepriseError) -> RenderPlan {
    do {
      try options.check()
      try options.check(for: options.codec ?? .h264)
      let plan = Plan(graph, output: try checked(options.size), frames: try frames(in: options.range))
      let encoding = try encoding(options)
      let pictures = PictureKeys(plan, encoding)
      let known = cache?.known(among: pictures.entries) ?? []
      let segments = plan.segments.map { segment in
        let rate = frameRate
        return RenderPlan.Segment(
          range: TimeRange(
            rate.time(ofFrame: segment.frames.lowerBound), rate.time(ofFrame: segment.frames.upperBound)),
          frameCount: segment.frames.count, key: "\(pictures.keys[segment.index])",
          isCached: known.contains(pictures.entries[segment.index]),
          cost: plan.cost(of: segment, effort: encoding.effort).total)
      }
      return RenderPlan(segments: segments, plan: plan)
    } catch {
      throw RepriseError(error)
    }
  }

  func encoding(_ options: RenderOptions) throws -> VideoEncoding {
    try VideoEncoding(
      options.codec ?? .h264, size: try checked(options.size), frameRate: frameRate, preset: options.preset,
      quality: options.quality, hasAlpha: isTranslucent)
  }

  /// Whether the canvas lets anything through where nothing is.
  var isTranslucent: Bool { graph.canvas.background.alpha < 1 }

  /// The pictures of a range; nil for all.
  func frames(in range: TimeRange?) throws(RepriseError) -> Range<Int64>? {
    guard let range else { return nil }
    let whole = TimeRange(.zero, duration)
    guard let shown = range.intersection(whole) else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "\(range) is not in the video", wanted: "a part of \(whole)")
    }
    return frameRate.frames(before: shown.start)..<frameRate.frames(before: shown.end)
  }
}
