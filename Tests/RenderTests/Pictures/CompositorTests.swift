import Graph
import Media
import Plan
import Render
import Testing

/// What the compositor promises of its pictures, before any encoder.
struct CompositorTests {
  private let size = Size(width: 64, height: 48)
  private let noise = FakeFootage { asset, time in
    .noise(Size(width: 64, height: 48), seed: FrameRate.thirty.frame(at: time) &+ Int64(asset.hashValueForTests))
  }

  private func compositor(_ graph: Graph, _ footage: FakeFootage, output: Size? = nil) -> Compositor {
    Compositor(Scene(graph, output: output), footage: footage)
  }

  @Test func videoThatNothingTouchesIsHandedThrough() throws {
    var test = TestGraph()
    let root = test.video("film")
    let frame = Frame.noise(size, seed: 1)
    let drawn = try compositor(test.graph(root), FakeFootage { _, _ in frame }).frame(3)
    #expect(drawn === frame)
  }

  @Test func rowsAndColumnsThatNoLayerTouchesAreTheVideosOwn() throws {
    var test = TestGraph()
    let logo = test.image("logo", size: Size(width: 10, height: 8))
    let film = test.video("film")
    let root = test.over(.stack, [film, logo])
    let base = Frame.noise(size, seed: 5)
    let mark = Frame.made(Size(width: 10, height: 8), .rgba8, alpha: .straight) { _, column, _ in
      column % 4 == 3 ? 128 : 200
    }
    let logoAsset = TestGraph.asset("logo")
    let drawn = try compositor(test.graph(root), FakeFootage { asset, _ in asset == logoAsset ? mark : base }).frame(0)
    // The logo lies in the middle: columns 27 to 36, rows 20 to 27; colour is shared by pairs.
    for row in 0..<48 {
      for column in 0..<64 where !(26..<38 ~= column && 20..<28 ~= row) {
        #expect(drawn.sample(0, column, row) == base.sample(0, column, row))
      }
    }
    #expect(drawn.sample(0, 32, 24) != base.sample(0, 32, 24))
    #expect(drawn.sample(1, 0, 0) == base.sample(1, 0, 0))
  }

  @Test(arguments: [0.0, 0.25, 0.5, 0.9]) func crossfadeIsTheWeightedMeanOfBothVideos(progress: Double) throws {
    var test = TestGraph()
    let (a, b) = (test.video("a"), test.video("b"))
    let root = test.builder.add(
      Node(
        .crossfade, parameters: ["seconds": .time(TestGraph.second)], inputs: [a, b], duration: TestGraph.second,
        size: size, hasSound: false))
    let (first, second) = (Frame.noise(size, seed: 8), Frame.noise(size, seed: 9))
    let firstAsset = TestGraph.asset("a")
    let index = Int64((progress * 30).rounded())
    let drawn = try compositor(test.graph(root), FakeFootage { asset, _ in asset == firstAsset ? first : second })
      .frame(index)
    let weight = Double(index) / 30
    for (mixed, (x, y)) in zip(drawn.samples, zip(first.samples, second.samples)) {
      let exact = Double(x) * (1 - weight) + Double(y) * weight
      #expect(abs(Double(mixed) - exact) <= 0.51)
    }
  }

  @Test func aGroupIsTranslucentAsOne() throws {
    var test = TestGraph()
    let white = test.solid(.white)
    let covered = test.over(.stack, [test.solid(.black), white])
    let group = test.over(.opacity, [covered], ["value": .number(0.5)])
    let root = test.over(.stack, [test.solid(.black), group])
    let drawn = try compositor(test.graph(root), noise).still(0)
    // Half of white over black; drawn one by one, the black below would have halved it again.
    #expect(abs(Int(drawn.sample(0, 40, 10)) - 128) <= 1)
  }

  /// EXIF 2.3, the table of orientations: where the stored picture's left top corner is seen.
  @Test(arguments: [
    (Orientation.up, 0, 0), (.upMirrored, 1, 0), (.down, 1, 1), (.downMirrored, 0, 1), (.leftMirrored, 0, 0),
    (.right, 1, 0), (.rightMirrored, 1, 1), (.left, 0, 1),
  ]) func picturesStandUpright(_ orientation: Orientation, right: Int, bottom: Int) throws {
    let stored = Size(width: 32, height: 24)
    let upright = orientation.upright(stored)
    var test = TestGraph(upright)
    let root = test.image("photo", size: upright)
    // White in the stored picture's left top quarter, black elsewhere.
    let photo = Frame.made(stored, .rgba8) { _, column, row in
      column % 4 == 3 || (column / 4 < 16 && row < 12) ? 255 : 0
    }
    var footage = FakeFootage { _, _ in photo }
    footage.turned = orientation
    let drawn = try compositor(test.graph(root), footage).still(0)
    for (x, y) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
      let column = upright.width / 4 + x * upright.width / 2
      let row = upright.height / 4 + y * upright.height / 2
      #expect((drawn.sample(0, column * 4, row) > 200) == (x == right && y == bottom))
    }
  }

  @Test func aPictureDoesNotDependOnTheOnesDrawnBefore() throws {
    var test = TestGraph()
    let ground = test.source(
      .gradient,
      [
        "colors": .list([.color(Color(rgba: 0xff5f_6dff)), .color(Color(rgba: 0xffc3_71ff))]), "angle": .number(30),
        "shape": .text("linear"),
      ])
    let film = test.over(.scale, [test.video("film")], ["x": .number(0.5)])
    let root = test.over(.stack, [ground, film])
    let inOrder = compositor(test.graph(root), noise)
    let drawn = try (0..<6).map { try inOrder.frame($0).samples }
    for index in [4, 1, 5] {
      #expect(try compositor(test.graph(root), noise).frame(Int64(index)).samples == drawn[index])
    }
  }

  @Test(arguments: [1, 2, 8]) func everyNumberOfJobsDrawsTheSame(jobs: Int) throws {
    var test = TestGraph()
    let film = test.video("film", seconds: 7)
    let spin = test.over(.rotate, [test.image("logo", size: Size(width: 20, height: 20))], ["degrees": .number(30)])
    let root = test.over(.stack, [film, spin])
    let plan = Plan(test.graph(root))
    let store = CollectingStore()
    try Renderer(plan, footage: noise, jobs: jobs).draw(into: store)
    let alone = compositor(plan.graph, noise)
    #expect(store.frames.count == Int(plan.graph.frameCount))
    for (index, samples) in store.frames {
      #expect(try alone.frame(index).samples == samples)
    }
  }

  @Test func anErrorInOneJobEndsThemAll() throws {
    var test = TestGraph()
    let root = test.source(.text, ["text": .text("no text in this footage")], seconds: 9)
    let plan = Plan(test.graph(root))
    #expect(throws: CancellationError.self) {
      try Renderer(plan, footage: noise, jobs: 2).draw(into: CollectingStore())
    }
  }
}

extension Digest {
  /// The same in every run, unlike `hashValue`.
  var hashValueForTests: Int { Int(description.prefix(6), radix: 16) ?? 0 }
}
