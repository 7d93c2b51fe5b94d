import Claims
import Graph
import Media
import Plan
import Sketches
import Testing

@testable import Render

@Test func mixingSegmentBySegmentIsMixingTheWholeToTheLastBit() throws {
  try always(runs: 150) {
    ($0.one(of: [FrameRate(30), FrameRate(24), FrameRate(29.97)].compactMap(\.self)), $0.tree(3))
  } holds: { rate, tree in
    let plan = Plan(tree.clip(Sketch(320, 180, rate: rate)).graph)
    let (start, end) = plan.samples
    guard end - start < 48_000 * 12 else { return true }
    let whole = try Mixer(plan.scene, footage: footage).block(from: start, frameCount: Int(end - start))
    for segment in plan.segments {
      let range = plan.samples(of: segment)
      let part = try Mixer(Scene(plan.sound(of: segment)), footage: footage).block(from: 0, frameCount: range.count)
      for channel in 0..<2 {
        let first = channel * whole.frameCount + Int(range.lowerBound - start)
        let (a, b) = (
          whole.samples[first..<first + range.count], part.samples[channel * range.count..<(channel + 1) * range.count]
        )
        guard a.elementsEqual(b) else { return false }
      }
    }
    return true
  }
}
