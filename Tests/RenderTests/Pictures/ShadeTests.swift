import Graph
import Media
import Plan
import Render
import Testing

/// What shaders look like, where that is known.
struct ShadeTests {
  private let size = Size(width: 64, height: 48)
  private let noise = FakeFootage { _, time in
    .made(Size(width: 64, height: 48), .rgba8) { _, column, row in
      column % 4 == 3 ? 255 : UInt8(truncatingIfNeeded: column &* 37 &+ row &* 11)
    }
  }

  private func compositor(_ graph: Graph, output: Size? = nil) -> Compositor {
    Compositor(Scene(graph, output: output), footage: noise)
  }

  private func source(_ program: String, _ test: inout TestGraph) -> Int {
    test.source(.shade, ["program": .text(program)])
  }

  /// Greys of a picture in RGBA.
  private func greys(_ frame: Frame) -> [[Int]] {
    (0..<frame.size.height).map { y in (0..<frame.size.width).map { Int(frame.sample(0, 4 * $0, y)) } }
  }

  @Test func placesAreMiddlesFromTheLeftTopCorner() throws {
    var test = TestGraph()
    // Red is x of 64, green is y of 48.
    let root = source("x; 64; div 0 1; y; 48; div 3 4; 0; 1; color 2 5 6 7", &test)
    let frame = try compositor(test.graph(root)).still(0)
    for (x, y) in [(0, 0), (63, 0), (0, 47), (20, 30)] {
      #expect(abs(Int(frame.sample(0, 4 * x, y)) - Int(((Double(x) + 0.5) / 64 * 255).rounded())) <= 1)
      #expect(abs(Int(frame.sample(0, 4 * x + 1, y)) - Int(((Double(y) + 0.5) / 48 * 255).rounded())) <= 1)
    }
  }

  /// 1 − smoothstep across one pixel at the edge leaves π r².
  @Test(arguments: [5.0, 12.5, 20]) func aDiscHasItsArea(radius: Double) throws {
    var test = TestGraph()
    let (cx, cy, inner) = (31.7, 24.2, CanonicalJSON.form(of: radius - 0.5))
    // share = clamp(length(p - c) - inner, 0, 1); white where it is 0, by its smooth curve.
    let program =
      "1; x; \(cx); sub 1 2; mul 3 3; y; \(cy); sub 5 6; mul 7 7; add 4 8; sqrt 9; \(inner); sub 10 11; 0; max 12 13; "
      + "min 14 0; mul 15 15; 3; 2; mul 15 18; sub 17 19; mul 16 20; sub 0 21; color 22 22 22 0"
    let root = source(program, &test)
    let frame = try compositor(test.graph(root)).still(0)
    let area = Double(greys(frame).joined().reduce(0, +)) / 255
    #expect(abs(area - .pi * radius * radius) < 0.01 * .pi * radius * radius + 1)
  }

  @Test func aSmallerPictureLooksTheSame() throws {
    var test = TestGraph()
    let root = source("x; 0.05; mul 0 1; sin 2; 0.5; mul 3 4; add 4 5; 1; color 6 6 6 7", &test)
    let whole = greys(try compositor(test.graph(root)).still(0))
    let half = greys(try compositor(test.graph(root), output: Size(width: 32, height: 24)).still(0))
    for y in 0..<24 {
      for x in 0..<32 { #expect(abs(half[y][x] * 2 - whole[2 * y][2 * x] - whole[2 * y][2 * x + 1]) <= 3) }
    }
  }

  @Test func aClipAtItsOwnPlaceIsItself() throws {
    var test = TestGraph()
    let film = test.image("film", size: size)
    let root = test.over(.reshade, [film], ["program": .text("x; y; r0 0 1; g0 0 1; b0 0 1; a0 0 1; color 2 3 4 5")])
    let (plain, shaded) = (try compositor(test.graph(film)).still(0), try compositor(test.graph(root)).still(0))
    let worst = zip(plain.samples, shaded.samples).map { abs(Int($0) - Int($1)) }.max()
    #expect(worst ?? 9 <= 1)
  }

  @Test func aClipIsSeenFromBeside() throws {
    var test = TestGraph()
    let film = test.image("film", size: size)
    let program = "x; 3; add 0 1; y; r0 2 3; g0 2 3; b0 2 3; a0 2 3; color 4 5 6 7"
    let root = test.over(.reshade, [film], ["program": .text(program)])
    let (plain, shaded) = (try compositor(test.graph(film)).still(0), try compositor(test.graph(root)).still(0))
    for (x, y) in [(0, 0), (10, 20), (60, 47)] {
      #expect(abs(Int(shaded.sample(0, 4 * x, y)) - Int(plain.sample(0, 4 * (x + 3), y))) <= 1)
    }
    // Beyond the edge of the canvas, the edge.
    #expect(abs(Int(shaded.sample(0, 4 * 63, 5)) - Int(plain.sample(0, 4 * 63, 5))) <= 1)
  }

  @Test func nothingOfAShaderLiesOutsideOfItsClip() throws {
    var test = TestGraph()
    let film = test.over(.fit, [test.image("film", size: Size(width: 20, height: 10))], ["mode": .text("none")])
    let root = test.over(.reshade, [film], ["program": .text("1; color 0 0 0 0")])
    let found = greys(try compositor(test.graph(root)).still(0))
    for y in 0..<48 {
      for x in 0..<64 { #expect(found[y][x] == (22..<42 ~= x && 19..<29 ~= y ? 255 : 0), "\(x), \(y)") }
    }
  }

  @Test func withoutTimeItIsDrawnOnce() throws {
    for (program, isConstant) in [("x; sin 0; 1; color 1 1 1 2", true), ("t; sin 0; 1; color 1 1 1 2", false)] {
      var test = TestGraph()
      let root = source(program, &test)
      let scene = Scene(test.graph(root))
      #expect(scene.layers(at: .zero).allSatisfy { $0.isConstant == isConstant })
      let later = Time(flicks: Time.flicksPerSecond / 2)
      #expect((scene.layers(at: .zero) == scene.layers(at: later)) == isConstant)
    }
  }

  @Test func timeIsTheClipsOwn() throws {
    var test = TestGraph()
    let root = source("t; 0.5; mul 0 1; 1; color 2 2 2 3", &test)
    for frame in [0, 15, 29] as [Int64] {
      let found = greys(try compositor(test.graph(root)).still(frame))[3][3]
      #expect(abs(found - Int((Double(frame) / 60 * 255).rounded())) <= 1)
    }
  }

  /// From division by nothing to places out of this world.
  @Test(arguments: [
    "0; div 0 0; color 1 1 1 1", "x; 0; div 0 1; color 2 2 2 2", "x; log2 0; neg 1; sqrt 2; color 3 3 3 3",
    "3.4028235e+38; mul 0 0; r0 1 1; color 2 1 1 1",
    "x; neg 0; sqrt 1; r0 2 2; a0 2 2; color 3 3 3 4",
  ]) func whatIsNoNumberIsNoTrap(program: String) throws {
    var test = TestGraph()
    let film = test.image("film", size: size)
    let root = test.over(.reshade, [film], ["program": .text(program)])
    #expect(try compositor(test.graph(root)).still(0).size == size)
  }

  @Test func whatIsNoShaderShowsNothing() throws {
    var test = TestGraph()
    let root = source("x; sin 1; color 0 0 0 0", &test)
    let found = greys(try compositor(test.graph(root)).still(0))
    #expect(found.joined().allSatisfy { $0 == 0 })
  }
}
