import Glibc
import Graph
import Media
import Plan
import Render
import Testing

/// A canvas on which light is added up, against the formulas of sRGB in double precision.
struct LinearLightTests {
  private let size = Size(width: 64, height: 48)

  private func drawn(_ test: TestGraph, _ root: Int, _ footage: FakeFootage, frame: Int64 = 0) throws -> Frame {
    try Compositor(Scene(test.graph(root)), footage: footage).frame(frame)
  }

  private func grey(_ code: UInt8, _ size: Size = Size(width: 64, height: 48)) -> Frame {
    .made(size) { plane, _, _ in plane == 0 ? code : 128 }
  }

  /// Luma codes of greys, mixed by their light.
  private func mixed(_ a: UInt8, _ b: UInt8, _ weight: Double) -> Double {
    func light(_ code: UInt8) -> Double {
      let v = (Double(code) - 16) / 219
      return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4)
    }
    let sum = light(a) * (1 - weight) + light(b) * weight
    return 16 + 219 * (sum <= 0.0031308 ? sum * 12.92 : 1.055 * pow(sum, 1 / 2.4) - 0.055)
  }

  @Test(arguments: [1, 10, 15, 29]) func aCrossfadeMixesLight(index: Int64) throws {
    var test = TestGraph(light: .linear)
    let inputs = [test.video("a"), test.video("b")]
    let root = test.builder.add(
      Node(
        .crossfade, parameters: ["seconds": .time(TestGraph.second)], inputs: inputs, duration: TestGraph.second,
        size: size, hasSound: false))
    let first = TestGraph.asset("a")
    let footage = FakeFootage { asset, _ in grey(asset == first ? 40 : 220) }
    let code = try drawn(test, root, footage, frame: index).sample(0, 20, 20)
    #expect(abs(Double(code) - mixed(40, 220, Double(index) / 30)) < 0.6)
  }

  @Test func opacityAndShrinkingMixLight() throws {
    var test = TestGraph(light: .linear)
    let half = test.over(.opacity, [test.video("white")], ["value": .number(0.25)])
    let both = test.over(.stack, [test.video("dark"), half])
    let translucent = try drawn(
      test, both, FakeFootage { asset, _ in grey(asset == TestGraph.asset("dark") ? 30 : 235) })
    #expect(abs(Double(translucent.sample(0, 9, 9)) - mixed(30, 235, 0.25)) < 0.6)

    var other = TestGraph(light: .linear)
    let film = other.over(.scale, [other.video("grid", size: size)], ["x": .number(0.25)])
    let grid = Frame.made(Size(width: 256, height: 192)) { plane, x, y in
      plane > 0 ? 128 : (x + y) % 2 == 0 ? 235 : 16
    }
    let root = other.over(.stack, [other.solid(.black), film])
    let shrunk = try drawn(other, root, FakeFootage { _, _ in grid })
    #expect(abs(Double(shrunk.sample(0, 32, 24)) - mixed(16, 235, 0.5)) < 1.5)
  }

  @Test func whatNoLayerTouchesIsTheVideosOwn() throws {
    var test = TestGraph(light: .linear)
    let base = Frame.noise(size, seed: 5)
    // Nothing of it shows, yet it passes through working pixels.
    let clear = test.image("logo", size: Size(width: 30, height: 20))
    let root = test.over(.stack, [test.video("film"), clear])
    let mark = Frame.made(Size(width: 30, height: 20), .rgba8, alpha: .straight) { _, _, _ in 0 }
    let logo = TestGraph.asset("logo")
    let found = try drawn(test, root, FakeFootage { asset, _ in asset == logo ? mark : base })
    #expect(found.samples == base.samples)
    let alone = test.video("film")
    #expect(try drawn(test, alone, FakeFootage { _, _ in base }) === base)
  }

  /// Corrections of colour, grain and keys are made for codes: alone on the canvas they look as they ever did.
  @Test(
    arguments: [
      (NodeKind.adjust, ["exposure": Setting.number(0.5), "contrast": .number(1.3)]),
      (.curves, ["master": .list([[0, 0.1], [0.4, 0.5], [1, 1]].map { .list($0.map(Setting.number)) })]),
      (.edge, ["amount": .number(1)]),
      (.grain, ["amount": .number(0.1), "seed": .number(4)]),
    ] as [(NodeKind, [String: Setting])])
  func whatLooksAtCodesLooksAsItEverDid(kind: NodeKind, parameters: [String: Setting]) throws {
    func picture(_ light: Light) throws -> Frame {
      var test = TestGraph(light: light)
      let root = test.over(kind, [test.video("film")], parameters)
      let film = Frame.made(size) { plane, x, y in plane == 0 ? UInt8(40 + 2 * x + y) : UInt8(110 + x / 4 + y / 8) }
      return try drawn(test, root, FakeFootage { _, _ in film })
    }
    let (coded, linear) = (try picture(.coded).samples, try picture(.linear).samples)
    #expect(zip(coded, linear).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
  }

  @Test func aGraphWithoutTheWordKeepsItsText() {
    var (plain, linear) = (TestGraph(), TestGraph(light: .linear))
    let roots = (plain.solid(.white), linear.solid(.white))
    let texts = (plain.graph(roots.0).text, linear.graph(roots.1).text)
    #expect(!texts.0.contains("light"))
    #expect(texts.1.contains(#""light":"linear""#))
  }
}
