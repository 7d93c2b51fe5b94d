import Claims
import Graph
import Media
import Plan
import Sketches
import Testing

private let rates = [FrameRate(29.97), FrameRate(24), FrameRate(25), FrameRate(1234, 100)].compactMap(\.self)

/// A video by chance.
struct Video: CustomStringConvertible {
  var rate: FrameRate
  var tree: Tree

  var plan: Plan { Plan(tree.clip(Sketch(320, 180, rate: rate)).graph) }
  var description: String { "\(rate) \(tree)" }
}

extension Draws {
  fileprivate mutating func video() -> Video { Video(rate: flag() ? .thirty : one(of: rates), tree: tree(4)) }
}

extension Layer {
  /// All that decides the picture: texts by what they say, and nothing about what is drawn only once.
  fileprivate var look: Layer {
    var layer = self
    layer.isConstant = false
    switch source {
    case .text(let node): layer.source = .text(node.look)
    case .subtitles(let node, let time): layer.source = .subtitles(node.look, at: time)
    case .gradient(let node): layer.source = .gradient(node.look)
    case .group(let layers): layer.source = .group(layers.map(\.look))
    case .dissolve(let a, let b, let weight): layer.source = .dissolve(a.map(\.look), b.map(\.look), weight)
    case .reveal(let a, let b, let veil): layer.source = .reveal(a.map(\.look), b.map(\.look), veil.look)
    case .mean(let moments): layer.source = .mean(moments.map { $0.map(\.look) })
    default: break
    }
    for index in layer.steps.indices { layer.steps[index].others = layer.steps[index].others.map { $0.map(\.look) } }
    return layer
  }
}

extension Veil {
  fileprivate var look: Veil {
    if case .light(let matte, let edge) = self { .light(matte.map(\.look), edge) } else { self }
  }
}

extension Node {
  fileprivate var look: Node { Node(kind, parameters: parameters, duration: .zero, size: size, hasSound: false) }
}

@Test func everySliceShowsWhatItsGraphShows() throws {
  try always(runs: 400) {
    $0.video()
  } holds: { video in
    let plan = video.plan
    return plan.segments.allSatisfy { segment in
      let slice = Scene(plan.picture(of: segment))
      return segment.frames.allSatisfy { frame in
        let whole = plan.scene.layers(at: video.rate.time(ofFrame: frame)).map(\.look)
        return slice.layers(at: plan.time(ofFrame: frame, in: segment)).map(\.look) == whole
      }
    }
  }
}

/// The keys' worth: content that is moved in time has the same slices.
@Test func whatIsPutBeforeAClipLeavesItsSlicesAlone() throws {
  try always(runs: 300) {
    (Video(rate: $0.flag() ? .thirty : $0.one(of: rates.filter(\.isExact)), tree: $0.tree(3)), $0.int(15...300))
  } holds: { video, frames in
    let sketch = Sketch(320, 180, rate: video.rate)
    let clip = video.tree.clip(sketch)
    guard clip.node.size != nil, clip.duration > time(1) else { return true }
    let intro = sketch.video("intro", video.rate.time(ofFrame: Int64(frames)))
    let (alone, moved) = (Plan(clip.graph), Plan(sketch.sequence([intro, clip]).graph))
    let slices = alone.segments.map { alone.picture(of: $0) }
    let after = moved.segments.filter { $0.frames.lowerBound >= Int64(frames) }.map { moved.picture(of: $0) }
    return after == slices
  }
}

@Test func whatASegmentDoesNotShowDoesNotCount() {
  let sketch = Sketch()
  let base = sketch.video("film", time(10))
  func plan(_ words: String) -> Plan {
    Plan(sketch.stack([base, sketch.text(words, 300, 80, time(3)).delayed(time(5))]).graph)
  }
  let (one, two) = (plan("one"), plan("two"))
  let same = zip(one.segments, two.segments).map { one.picture(of: $0) == two.picture(of: $1) }
  #expect(one.segments.map { $0.frames.lowerBound } == [0, 60, 120, 150, 210, 240])
  #expect(same == [true, true, true, false, false, true])
}

@Test func soundDoesNotCountInPicturesNorPicturesInSound() {
  let sketch = Sketch()
  let film = sketch.video("film", time(4))
  let plain = Plan(film.graph)
  let loud = Plan(film.volume(.constant(2)).graph)
  let dim = Plan(film.opacity(.constant(0.5)).graph)
  for segment in plain.segments {
    #expect(plain.picture(of: segment) == loud.picture(of: segment))
    #expect(plain.sound(of: segment) != loud.sound(of: segment))
    #expect(plain.picture(of: segment) != dim.picture(of: segment))
    #expect(plain.sound(of: segment) == dim.sound(of: segment))
  }
}

@Test func aClipThatRestsAfterMovingIsNotPutOnWholePixels() {
  let sketch = Sketch()
  let move = Curve.keyframes([.init(time: .zero, value: 0), .init(time: time(1), value: 0.3333)])
  let clip = sketch.stack([sketch.solid(.white, time(6)), sketch.text("a", 90, 30, time(6)).at(move, .constant(0.5))])
  let plan = Plan(clip.graph)
  let resting = Scene(plan.picture(of: plan.segments[2])).layers(at: .zero)
  #expect(resting.map(\.isStill) == [true, false])
  #expect(plan.picture(of: plan.segments[1]) == plan.picture(of: plan.segments[2]))
}

@Test func samplesOfSegmentsFollowOneAnother() throws {
  try always {
    $0.video()
  } holds: { video in
    let plan = video.plan
    let ranges = plan.segments.map { plan.samples(of: $0) }
    return zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }
      && ranges.first?.lowerBound ?? 0 == plan.samples.start && ranges.last?.upperBound ?? 0 == plan.samples.end
  }
}
