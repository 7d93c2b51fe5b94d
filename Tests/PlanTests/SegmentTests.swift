import Claims
import Graph
import Media
import Plan
import Sketches
import Testing

private let rates = [FrameRate(29.97), FrameRate(24), FrameRate(25), FrameRate(1), FrameRate(60)].compactMap(\.self)

/// A video as its clips' lengths in frames, and layers over it as stretches of frames.
private struct Make: CustomStringConvertible {
  var rate: FrameRate
  var clips: [Int]
  var layers: [(from: Int, length: Int)]

  func clip(_ sketch: Sketch) -> Sketch.Clip {
    let clips = clips.enumerated().map { sketch.video("\($0)", rate.time(ofFrame: Int64($1))) }
    let base = sketch.sequence(clips)
    let above = layers.compactMap { layer -> Sketch.Clip? in
      let (start, end) = (rate.time(ofFrame: Int64(layer.from)), rate.time(ofFrame: Int64(layer.from + layer.length)))
      guard end <= base.duration else { return nil }
      return sketch.solid(.white, end - start).delayed(start)
    }
    return above.isEmpty ? base : sketch.stack([base] + above)
  }

  var description: String { "\(rate) clips \(clips) layers \(layers.map { "\($0.from)+\($0.length)" })" }
}

extension Draws {
  fileprivate mutating func make() -> Make {
    Make(
      rate: flag() ? .thirty : one(of: rates), clips: list(1...8) { $0.int(1...400) },
      layers: list(0...4) { ($0.int(0...600), $0.int(1...300)) })
  }
}

private func bounds(_ clip: Sketch.Clip) -> [Int64] {
  let segments = Plan(clip.graph).segments
  return segments.map(\.frames.lowerBound) + (segments.last.map { [$0.frames.upperBound] } ?? [])
}

@Test func segmentsCoverEveryFrameOnce() throws {
  try always {
    ($0.make(), $0.int(0...2000), $0.int(0...2000))
  } holds: { make, from, length in
    let graph = make.clip(Sketch(64, 64, rate: make.rate)).graph
    let plan = Plan(graph)
    let wanted = Int64(from)..<Int64(from + length)
    let part = Plan(graph, frames: wanted)
    let inside = wanted.clamped(to: 0..<graph.frameCount)
    return plan.segments.flatMap { Array($0.frames) } == Array(0..<graph.frameCount)
      && part.segments.flatMap { Array($0.frames) } == Array(inside)
      && plan.segments.map(\.index) == Array(plan.segments.indices) && plan.frameCount == graph.frameCount
  }
}

@Test func noSegmentIsLongAndNoneIsASliver() throws {
  try always {
    $0.make()
  } holds: { make in
    let graph = make.clip(Sketch(64, 64, rate: make.rate)).graph
    let segments = Plan(graph).segments
    return segments.allSatisfy { segment in
      // Its last frame begins before two seconds are over.
      let isShort = make.rate.time(ofFrame: Int64(segment.frames.count - 1)) < time(2)
      let isSliver = make.rate.time(ofFrame: Int64(segment.frames.count)) < time(0.5)
      return isShort && (!isSliver || segments.count == 1)
    }
  }
}

@Test func segmentsStartWhereClipsJoinAndLayersComeAndGo() {
  let sketch = Sketch()
  let base = sketch.sequence([sketch.video("a", time(3)), sketch.video("b", time(7))])
  let clip = sketch.stack([base, sketch.text("a", 10, 10, time(2)).delayed(time(5))])
  #expect(bounds(clip) == [0, 60, 90, 150, 210, 270, 300])
}

@Test func aRestTooShortSharesWithThePieceBefore() {
  let sketch = Sketch()
  #expect(bounds(sketch.video("a", time(4.2))) == [0, 60, 93, 126])
  #expect(bounds(sketch.video("a", time(0.2))) == [0, 6])
  #expect(bounds(sketch.video("a", time(4))) == [0, 60, 120])
}

@Test func anInsertionShiftsTheBoundariesAfterIt() throws {
  try always {
    ($0.make(), $0.int(0...500))
  } holds: { make, extra in
    let sketch = Sketch(64, 64, rate: make.rate)
    let clip = make.clip(sketch)
    let sliver = make.rate.frames(before: time(0.5))
    let count = Int64(extra) + sliver
    guard clip.graph.frameCount >= sliver else { return true }
    let longer = sketch.sequence([sketch.video("intro", make.rate.time(ofFrame: count)), clip])
    return bounds(longer).filter { $0 >= count } == bounds(clip).map { $0 + count }
  }
}

@Test func cutsAreFoundThroughTimeThatIsBent() {
  let sketch = Sketch()
  let pair = sketch.sequence([sketch.video("a", time(1)), sketch.video("b", time(3))])
  #expect(bounds(pair) == [0, 30, 90, 120])
  #expect(bounds(pair.reversed) == [0, 60, 90, 120])
  #expect(bounds(pair.faster(0.5)) == [0, 60, 120, 180, 240])
  #expect(bounds(pair.faster(2)) == [0, 15, 60])
  #expect(bounds(pair.faster(2).reversed) == [0, 45, 60])
  #expect(bounds(pair.looped(time(6))) == [0, 30, 90, 120, 150, 180])
  #expect(bounds(pair.trimmed(time(0.25), time(4))) == [0, 23, 83, 113])
  #expect(bounds(pair.reversed.looped(time(8)).reversed).contains(30))
}

@Test func cutsOfARandomCourseLieInsideTheVideo() throws {
  try always {
    ($0.make(), $0.one(of: [0.5, 2, 1.25, 0.3]), $0.flag(), $0.int(1...5))
  } holds: {
    make, factor, isReversed, times in
    let clip = make.clip(Sketch(64, 64, rate: make.rate)).faster(factor)
    let bent = isReversed ? clip.reversed : clip
    let found = bounds(bent.looped(bent.duration * Int64(times)))
    return found.first == 0 && found.last == make.rate.frames(before: bent.duration * Int64(times))
      && found == found.sorted()
  }
}

@Test func aMillionTinyClipsArePlannedOnTheGrid() {
  let sketch = Sketch()
  var clip = sketch.solid(.white, Time(flicks: Time.flicksPerSecond / 10_000))
  for _ in 0..<20 { clip = sketch.sequence([clip, clip]) }
  let plan = Plan(clip.graph)
  #expect(plan.frameCount == clip.graph.frameCount)
}

@Test func theSamplesAreThoseOfTheFrames() {
  let sketch = Sketch(rate: .thirty)
  let graph = sketch.video("a", time(2.01)).graph
  #expect(Plan(graph).samples == (0, 96_480))
  #expect(Plan(graph, frames: 10..<20).samples == (16_000, 32_000))
}
