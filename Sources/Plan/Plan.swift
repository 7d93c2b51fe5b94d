package import Graph
package import Media

/// How a video is made: what shows when, and the segments that it is drawn in. Pure.
package struct Plan: Sendable {
  package let scene: Scene
  package let segments: [Segment]

  package var graph: Graph { scene.graph }

  /// - Parameters:
  ///   - output: The size that is drawn; the canvas's if left out.
  ///   - frames: The part that is wanted; all if left out.
  package init(_ graph: Graph, output: Size? = nil, frames: Range<Int64>? = nil) {
    let scene = Scene(graph, output: output)
    let wanted = (frames ?? 0..<graph.frameCount).clamped(to: 0..<graph.frameCount)
    var cuts = Cuts(scene)
    let rate = graph.canvas.frameRate
    let boundaries = cuts.all().map { min(max(rate.frames(before: $0), wanted.lowerBound), wanted.upperBound) }
    self.scene = scene
    self.segments = Plan.segments(between: boundaries, rate: rate)
  }

  /// A segment lasts two seconds at most; none is shorter than half a second unless the video is.
  private static func segments(between cuts: [Int64], rate: FrameRate) -> [Segment] {
    let longest = max(1, rate.frames(before: Time(flicks: 2 * Time.flicksPerSecond)))
    let sliver = max(1, rate.frames(before: Time(flicks: Time.flicksPerSecond / 2)))
    guard let first = cuts.first, let last = cuts.last, first < last else { return [] }
    var bounds = [first]
    for cut in cuts where cut - bounds[bounds.count - 1] >= sliver && last - cut >= sliver {
      divide(to: cut, longest, sliver, &bounds)
    }
    divide(to: last, longest, sliver, &bounds)
    return zip(bounds, bounds.dropFirst()).enumerated().map { Segment(index: $0, frames: $1.0..<$1.1) }
  }

  /// Full lengths first; a rest that would be a sliver shares with the piece before it.
  private static func divide(to end: Int64, _ longest: Int64, _ sliver: Int64, _ bounds: inout [Int64]) {
    while end - bounds[bounds.count - 1] > longest {
      let start = bounds[bounds.count - 1]
      let rest = end - start - longest
      bounds.append(rest < sliver ? start + (end - start) / 2 : start + longest)
    }
    bounds.append(end)
  }
}

extension Plan {
  package var frameCount: Int64 { segments.reduce(0) { $0 + Int64($1.frames.count) } }

  /// The samples at 48 kHz that belong to the frames that are drawn.
  package var samples: (start: Int64, end: Int64) {
    guard let first = segments.first, let last = segments.last else { return (0, 0) }
    let rate = graph.canvas.frameRate
    let end = min(rate.time(ofFrame: last.frames.upperBound), graph.duration)
    return (
      rate.time(ofFrame: first.frames.lowerBound).ticks(rate: AudioBlock.sampleRate),
      end.flicks.scaled(by: AudioBlock.sampleRate, over: Time.flicksPerSecond, rounding: .up)
    )
  }
}
