import Claims
import Graph
import Media
import Plan
import Sketches
import Testing

/// The instants of its own clock that a lone video shows, for each frame; nil where it shows nothing.
private func shown(_ clip: Sketch.Clip) -> [Time?] {
  let (graph, scene) = (clip.graph, Scene(clip.graph))
  return (0..<graph.frameCount).map { frame in
    guard case .video(_, let instant)? = scene.layers(at: graph.canvas.frameRate.time(ofFrame: frame)).first?.source
    else { return nil }
    return instant
  }
}

private func frames(_ clip: Sketch.Clip) -> [Int64?] {
  shown(clip).map { $0.map { clip.graph.canvas.frameRate.frame(at: $0) } }
}

extension Draws {
  fileprivate mutating func rate() -> FrameRate {
    one(
      of: [.thirty, FrameRate(29.97), FrameRate(24), FrameRate(25), FrameRate(59.94), FrameRate(11)].compactMap(\.self))
  }
}

/// A clip of so many frames.
private func film(_ count: Int, _ rate: FrameRate) -> Sketch.Clip {
  Sketch(64, 64, rate: rate).video("a", rate.time(ofFrame: Int64(count)))
}

@Test func frameKOfTheReverseIsFrameNMinusOneMinusK() throws {
  try always {
    ($0.rate(), $0.int(1...50))
  } holds: { rate, count in
    frames(film(count, rate).reversed) == (0..<count).map { Int64(count - 1 - $0) }
  }
}

@Test func theReverseOfTheReverseIsTheClip() throws {
  try always {
    ($0.rate(), $0.int(1...50))
  } holds: { rate, count in
    frames(film(count, rate).reversed.reversed) == (0..<count).map { Int64($0) }
  }
}

@Test func aLoopBeginsAgain() throws {
  try always {
    ($0.rate(), $0.int(1...20), $0.int(1...60))
  } holds: { rate, count, length in
    guard rate.denominator == 1 || rate.numerator % 1000 == 0 else { return true }
    let clip = film(count, rate)
    let period = clip.duration
    return shown(clip.looped(rate.time(ofFrame: Int64(length))))
      == (0..<length).map { frame in
        let time = rate.time(ofFrame: Int64(frame))
        return Time(flicks: time.flicks % period.flicks)
      }
  }
}

@Test func wholeSpeedsTakeEveryNthFrame() throws {
  try always {
    ($0.rate(), $0.int(1...20), $0.one(of: [2, 4, 5, 8]))
  } holds: { rate, count, factor in
    // Elsewhere frames are no whole flicks, and the nearest may be the one before.
    guard rate.numerator != 11 else { return true }
    let fast = frames(film(count * factor, rate).faster(Double(factor)))
    let slow = frames(film(count, rate).faster(1 / Double(factor)))
    return fast == (0..<count).map { Int64($0 * factor) } && slow == (0..<count * factor).map { Int64($0 / factor) }
  }
}

@Test func aFreezeHoldsOneMoment() {
  let clip = film(30, .thirty).frozen(at: time(0.5), time(2))
  #expect(shown(clip) == Array(repeating: time(0.5), count: 60))
}

@Test func aTrimStartsAtItsFirstInstant() {
  #expect(frames(film(30, .thirty).trimmed(time(0.2), time(0.4))) == [6, 7, 8, 9, 10, 11])
}

@Test func nothingShowsBeforeADelayedClip() {
  #expect(frames(film(2, .thirty).delayed(time(0.1))) == [nil, nil, nil, 0, 1])
}

@Test func clipsOfASequenceTakeTurnsToTheFrame() throws {
  try always {
    ($0.rate(), $0.list(1...6) { $0.int(1...9) })
  } holds: { rate, counts in
    let sketch = Sketch(64, 64, rate: rate)
    let clips = counts.enumerated().map { sketch.video("\($0)", rate.time(ofFrame: Int64($1))) }
    let scene = Scene(sketch.sequence(clips).graph)
    var start = Time.zero
    return clips.allSatisfy { clip in
      defer { start += clip.duration }
      let edges = [(start, true), (start + clip.duration - Time(flicks: 1), true), (start + clip.duration, false)]
      return edges.allSatisfy { instant, isThis in
        guard case .video(let asset, let local)? = scene.layers(at: instant).first?.source else { return !isThis }
        return (asset == clip.node.digest("asset") && local == instant - start) == isThis
      }
    }
  }
}

/// Words of time over one another.
private indirect enum Course: CustomStringConvertible {
  case film(Int)
  case trimmed(Course, Int, Int)
  case faster(Course, Double)
  case reversed(Course)
  case looped(Course, Int)
  case twice(Course)

  func clip(_ sketch: Sketch) -> Sketch.Clip {
    switch self {
    case .film(let flicks): return sketch.video("a", Time(flicks: Int64(flicks)))
    case .trimmed(let inner, let from, let length):
      let clip = inner.clip(sketch)
      let start = Time(flicks: clip.duration.flicks * Int64(from) / 1000)
      return clip.trimmed(start, start + Time(flicks: max(1, (clip.duration - start).flicks * Int64(length) / 1000)))
    case .faster(let inner, let factor): return inner.clip(sketch).faster(factor)
    case .reversed(let inner): return inner.clip(sketch).reversed
    case .looped(let inner, let times):
      let clip = inner.clip(sketch)
      return clip.looped(clip.duration * Int64(times))
    case .twice(let inner):
      let clip = inner.clip(sketch)
      return sketch.sequence([clip, clip])
    }
  }

  var description: String {
    switch self {
    case .film(let flicks): "film(\(flicks))"
    case .trimmed(let inner, let from, let length): "\(inner).trimmed(\(from), \(length))"
    case .faster(let inner, let factor): "\(inner).faster(\(factor))"
    case .reversed(let inner): "\(inner).reversed"
    case .looped(let inner, let times): "\(inner).looped(\(times))"
    case .twice(let inner): "twice(\(inner))"
    }
  }
}

extension Draws {
  fileprivate mutating func course(depth: Int = 5) -> Course {
    switch depth == 0 ? 0 : int(0...5) {
    case 0: .film(int(1_000_000...3_000_000_000))
    case 1: .trimmed(course(depth: depth - 1), int(0...900), int(100...1000))
    case 2: .faster(course(depth: depth - 1), one(of: [2, 0.5, 1.25, 0.3, 3, 1.1, 0.01, 100]))
    case 3: .reversed(course(depth: depth - 1))
    case 4: .looped(course(depth: depth - 1), int(1...3))
    default: .twice(course(depth: depth - 1))
    }
  }
}

@Test func aVideoShowsAtEveryInstantOfItsClip() throws {
  try always(runs: 1000) { draws in
    (draws.course(), draws.int(0...1000))
  } holds: { course, part in
    let clip = course.clip(Sketch(64, 64))
    guard clip.duration > .zero else { return true }
    let last = clip.duration - Time(flicks: 1)
    let scene = Scene(clip.graph)
    return [.zero, last, Time(flicks: last.flicks / 1000 * Int64(part))].allSatisfy { instant in
      guard case .video(_, let local)? = scene.layers(at: instant).first?.source else { return false }
      return local >= .zero
    } && scene.layers(at: clip.duration).isEmpty
  }
}

// MARK: Coming and going

@Test func aCrossfadeDissolvesFromOneToTheOther() throws {
  let sketch = Sketch()
  let fade = sketch.crossfade(sketch.video("a", time(4)), sketch.video("b", time(3)), time(2))
  let scene = Scene(fade.graph)
  func dissolve(_ seconds: Double) -> (first: [Layer], second: [Layer], weight: Double)? {
    guard case .dissolve(let a, let b, let weight)? = scene.layers(at: time(seconds)).first?.source else { return nil }
    return (a, b, weight)
  }
  #expect(dissolve(1.999) == nil)
  for (at, weight) in [(2.0, 0.0), (2.5, 0.25), (3, 0.5), (3.9, 0.95)] {
    let found = try #require(dissolve(at))
    #expect(abs(found.weight - weight) < 1e-9)
    guard case .video(_, let first)? = found.first.first?.source else { throw Missing() }
    guard case .video(_, let second)? = found.second.first?.source else { throw Missing() }
    #expect(first == time(at))
    #expect(second == time(at) - time(2))
  }
  #expect(dissolve(4) == nil)
  #expect(scene.layers(at: time(4)).first?.source == .video(Digest(of: "b".utf8), at: time(2)))
}

@Test func aFadeComesAndGoes() throws {
  let scene = Scene(Sketch().solid(.white, time(4)).faded(time(1), time(2)).graph)
  let opacities = [0.25, 0.5, 1, 1.5, 2, 3, 3.5].map { scene.layers(at: time($0)).first?.opacity ?? -1 }
  #expect(opacities == [0.25, 0.5, 1, 1, 1, 0.5, 0.25])
  #expect(scene.layers(at: .zero).isEmpty)
  let whole = Scene(Sketch().solid(.white, time(2)).faded(time(1), time(1)).graph)
  #expect([0.5, 1, 1.5].map { whole.layers(at: time($0))[0].opacity } == [0.5, 1, 0.5])
  let none = Scene(Sketch().solid(.white, time(2)).faded(.zero, .zero).graph)
  #expect(none.layers(at: .zero)[0].opacity == 1)
}

@Test func opacitiesMultiply() {
  let clip = Sketch().solid(.white, time(1)).opacity(.constant(0.5)).opacity(.constant(0.5))
  #expect(Scene(clip.graph).layers(at: .zero)[0].opacity == 0.25)
  #expect(Scene(clip.opacity(.constant(0)).graph).layers(at: .zero).isEmpty)
}

@Test func layersComeInOrderTheLowestFirst() {
  let sketch = Sketch()
  let stack = sketch.stack([
    sketch.solid(.black, time(4)), sketch.text("a", 10, 10, time(1)).delayed(time(1)),
    sketch.text("b", 10, 10, time(3)),
  ])
  let scene = Scene(stack.graph)
  func texts(_ seconds: Double) -> [String] {
    scene.layers(at: time(seconds)).map { if case .text(let node) = $0.source { node.text("text") ?? "" } else { "-" } }
  }
  #expect(texts(0) == ["-", "b"])
  #expect(texts(1) == ["-", "a", "b"])
  #expect(texts(2) == ["-", "b"])
  #expect(texts(3) == ["-"])
}

@Test func whatMovesIsKnownToMove() {
  let sketch = Sketch()
  let moving = Curve.keyframes([.init(time: .zero, value: 0), .init(time: time(1), value: 1)])
  func first(_ clip: Sketch.Clip) -> (isStill: Bool, isConstant: Bool) {
    let layer = Scene(clip.graph).layers(at: time(0.5))[0]
    return (layer.isStill, layer.isConstant)
  }
  let text = sketch.text("a", 10, 10, time(1))
  #expect(first(text) == (true, true))
  #expect(first(text.at(moving, .constant(0))) == (false, false))
  #expect(first(text.opacity(moving)) == (true, false))
  #expect(first(sketch.video("a", time(1))) == (true, false))
  #expect(first(sketch.stack([text, text]).at(moving, .constant(0))) == (false, false))
}
