import Claims
import Graph
import Media
import Plan
import Sketches
import Testing

/// Every style the way it can go.
private let styles: [(style: TransitionStyle, direction: String?)] = TransitionStyle.allCases.flatMap { style in
  style.directions.isEmpty ? [(style, nil)] : style.directions.map { (style, $0) }
}

private let sketch = Sketch(320, 180)
private let first = sketch.video("a", time(4))
private let second = sketch.video("b", time(3))

private func joined(_ style: TransitionStyle, _ direction: String?, _ easing: String? = nil) -> Sketch.Clip {
  let matte = sketch.image("matte", 320, 180, time(2))
  return sketch.transition(first, second, time(2), style, direction, matte: style == .luma ? matte : nil, easing)
}

@Test func outsideOfTheOverlapEachClipIsItself() {
  for (style, direction) in styles {
    let scene = Scene(joined(style, direction).graph)
    #expect(scene.layers(at: time(1.99)) == Scene(first.graph).layers(at: time(1.99)))
    #expect(scene.layers(at: time(4)) == Scene(second.graph).layers(at: time(2)))
    #expect(scene.layers(at: time(5)).isEmpty)
  }
}

@Test func atItsStartATransitionIsTheFirstClip() {
  for (style, direction) in styles where style != .crossfade {
    let scene = Scene(joined(style, direction).graph)
    #expect(scene.layers(at: time(2)) == Scene(first.graph).layers(at: time(2)), "\(style)")
    #expect(scene.layers(at: time(2.5)).count == 1)
    #expect(scene.layers(at: time(2.5)) != scene.layers(at: time(2.6)), "\(style)")
  }
}

@Test func anEaseThatArrivesEarlyShowsTheSecondClip() {
  let scene = Scene(joined(.wipe, "left", "outBack").graph)
  #expect(scene.layers(at: time(3.9)) == Scene(second.graph).layers(at: time(1.9)))
}

/// Where the second's box is, and by how much each clip is moved.
private func boxes(_ style: TransitionStyle, _ direction: String, at seconds: Double) throws -> [Affine] {
  let layer = try #require(Scene(joined(style, direction).graph).layers(at: time(seconds)).first)
  guard case .reveal(let a, let b, .box(_, let box)) = layer.source else { throw Missing() }
  return [try #require(a.first).transform, try #require(b.first).transform, box]
}

@Test func whatMovesMovesByWholePixels() throws {
  // 0.75 s of 2 s: 120 of 320 pixels, 67.5 of 180.
  let gone = Affine.translation(-120, 0), rest = Affine.translation(200, 0)
  #expect(try boxes(.push, "left", at: 2.75) == [gone, rest, rest])
  #expect(try boxes(.slide, "left", at: 2.75) == [.identity, rest, rest])
  #expect(try boxes(.uncover, "left", at: 2.75) == [gone, .identity, rest])
  #expect(try boxes(.push, "right", at: 2.75)[2] == .translation(-200, 0))
  #expect(try boxes(.push, "up", at: 2.75) == [.translation(0, -67), .translation(0, 113), .translation(0, 113)])
  #expect(try boxes(.push, "down", at: 2.75)[0] == .translation(0, 67))
}

@Test func aDipGoesDownToItsColourAndUpAgain() throws {
  let scene = Scene(joined(.dip, nil).graph)
  func weights(_ seconds: Double) throws -> (Layer.Source?, Layer.Source?, Double) {
    guard case .dissolve(let a, let b, let weight)? = scene.layers(at: time(seconds)).first?.source else {
      throw Missing()
    }
    return (a.first?.source, b.first?.source, weight)
  }
  #expect(try weights(2.5) == (.video(Digest(of: "a".utf8), at: time(2.5)), .solid(.black), 0.5))
  #expect(try weights(3.5) == (.solid(.black), .video(Digest(of: "b".utf8), at: time(1.5)), 0.5))
}

@Test func aPushUnderAShutterSeesAsManyMomentsAsThereArePixels() throws {
  let layer = try #require(Scene(joined(.push, "left").motionBlurred.graph).layers(at: time(2.5)).first)
  guard case .mean(let moments) = layer.source else { throw Missing() }
  // 160 pixels a second, for a sixtieth.
  #expect(moments.count == 3)
}

// MARK: Pictures a second

private func instants(_ clip: Sketch.Clip) -> [Time?] {
  let scene = Scene(clip.graph)
  return (0..<clip.graph.frameCount).map { frame in
    guard case .video(_, let instant)? = scene.layers(at: FrameRate.thirty.time(ofFrame: frame)).first?.source else {
      return nil
    }
    return instant
  }
}

@Test func fewPicturesASecondAreHeld() {
  let clip = Sketch(64, 64).video("a", time(0.4)).stepped(10, "nearest")
  #expect(instants(clip) == [0, 0, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.3, 0.3, 0.3, 0.4 - 1.0 / 705_600_000].map(time))
}

@Test func betweenTwoPicturesABlendIsWhereTheInstantLies() throws {
  let scene = Scene(Sketch(64, 64).video("a", time(1)).stepped(24, "blend").graph)
  for frame in 0..<29 {
    let place = Double(frame) * 24 / 30
    let source = try #require(scene.layers(at: FrameRate.thirty.time(ofFrame: Int64(frame))).first).source
    guard place != place.rounded() else {
      #expect(source == .video(Digest(of: "a".utf8), at: time(place / 24)))
      continue
    }
    guard case .dissolve(let a, let b, let weight) = source else { throw Missing() }
    #expect(abs(weight - (place - place.rounded(.down))) < 1e-7)
    #expect(a.first?.source == .video(Digest(of: "a".utf8), at: time(place.rounded(.down) / 24)))
    #expect(b.first?.source == .video(Digest(of: "a".utf8), at: time(place.rounded(.up) / 24)))
  }
}

@Test func whatStandsStillIsNotBlended() {
  let scene = Scene(Sketch(64, 64).image("a", 20, 20, time(1)).stepped(7, "blend").graph)
  for frame in 0..<Int64(30) {
    #expect(scene.layers(at: FrameRate.thirty.time(ofFrame: frame)).map(\.isConstant) == [true])
  }
}

// MARK: Ramps

@Test func aRampShowsTheInstantThatItsIntegralSays() {
  let ramp = Curve.keyframes([.init(time: .zero, value: 1), .init(time: time(2), value: 0.25)])
  let clip = Sketch(64, 64).video("a", time(2)).faster(ramp)
  // 1.25 s on the way, and 0.75 s at a quarter.
  #expect(clip.duration == time(5))
  for (frame, instant) in instants(clip).enumerated() {
    let t = Double(frame) / 30
    let way = t < 2 ? t - 0.1875 * t * t : 1.25 + (t - 2) / 4
    #expect(abs((instant ?? .zero).seconds - way) < 3e-9, "frame \(frame)")
  }
}

@Test func aCutUnderARampIsABoundaryOfSegments() {
  let ramp = Curve.keyframes([.init(time: .zero, value: 1), .init(time: time(2), value: 3)])
  let sketch = Sketch(64, 64)
  let pair = sketch.sequence([sketch.video("a", time(4)), sketch.video("b", time(6))])
  // The way is 4 s after 2 s, and from then on three times as long as the time.
  #expect(Plan(pair.faster(ramp).graph).segments.map { $0.frames.lowerBound } == [0, 60])
}
