import Chance
import Media
import Testing

@testable import Pixels

@Suite struct PainterTests {
  private func painted(_ painter: Painter, _ area: Area, over color: Color = .clear, step: Int? = nil) -> [Int16] {
    stride(from: area.rows.lowerBound, to: area.rows.upperBound, by: step ?? area.height).flatMap { top in
      let rows = top..<min(top + (step ?? area.height), area.rows.upperBound)
      let band = Band(area: Area(columns: area.columns, rows: rows))
      band.fill(color)
      painter.paint(over: band)
      return band.numbers
    }
  }

  /// One painter of each way, over pictures of each kind.
  private func everyWay(_ random: inout SplitMix, clip: Area) -> [(String, () -> Painter)] {
    let size = Size(width: 37, height: 29)
    let frames = [
      Frame.noise(size, with: &random),
      Frame.noise(size, .yuv(.s422, bits: 10, alpha: false), .hd, with: &random),
      Frame.noise(size, .yuv(.s444, bits: 12, alpha: true), .hd, alpha: .straight, with: &random),
      Frame.noise(size, .rgba8, .srgb, alpha: .premultiplied, with: &random),
      Frame.noise(size, .rgba16, .srgb, alpha: .straight, with: &random),
      Frame.noise(size, .rgba8, .srgb, alpha: .opaque, with: &random),
    ]
    let transforms = [
      Affine.translation(6, 4), .translation(-5, 3), .translation(2.3, 1.75), .scale(2.1, 1.3), .scale(0.3, 0.21),
      Affine(a: -1.5, d: 0.7, tx: 60), Affine(a: 0, b: 1, c: -1, d: 0, tx: 33), Affine(a: 0, b: 0.5, c: 1.7, d: 0),
      Affine(a: 0.9, b: 0.4, c: -0.3, d: 1.1, tx: 12), Affine(a: 0.2, b: 0.3, c: -0.3, d: 0.2, tx: 20, ty: 3),
    ]
    let crops = [nil, Rectangle(left: 3.25, top: 2, right: 30.5, bottom: 22.9)]
    let opacities = [Opacity.full, Opacity(0.6)]
    return frames.flatMap { frame in
      transforms.map { transform in
        let crop = crops.randomElement(using: &random) ?? nil
        let opacity = opacities.randomElement(using: &random) ?? .full
        return (
          "\(frame.format) \(transform) \(String(describing: crop))",
          { Painter(frame, crop: crop, transform: transform, opacity: opacity, clip: clip) }
        )
      }
    }
  }

  @Test func bandsOfAnyHeightAndOrderGiveTheSamePixels() {
    var random = SplitMix()
    let canvas = Area(64, 40)
    for (name, painter) in everyWay(&random, clip: canvas) {
      let whole = painted(painter(), canvas, over: .white)
      for step in [1, 2, 7, 16] {
        #expect(painted(painter(), canvas, over: .white, step: step) == whole, "\(name), seed \(random.seed)")
      }
      let again = painter()
      _ = painted(again, canvas)
      #expect(painted(again, canvas, over: .white, step: 9) == whole, "\(name) twice, seed \(random.seed)")
      // A narrow band sees the same columns.
      let part = Area(columns: 21..<43, rows: 5..<6)
      let cut = (0..<4).flatMap { channel in (21..<43).map { whole[(5 * 4 + channel) * 64 + $0] } }
      #expect(painted(painter(), part, over: .white) == cut, "\(name) in part, seed \(random.seed)")
    }
  }

  @Test func whatIsOpaqueHidesWhatIsBelow() {
    var random = SplitMix()
    let canvas = Area(64, 40)
    for (name, painter) in everyWay(&random, clip: canvas) {
      let painter = painter()
      for _ in 0..<8 {
        let x = Int.random(in: 0..<60, using: &random)
        let y = Int.random(in: 0..<38, using: &random)
        let part = Area(columns: x..<x + 4, rows: y..<y + 2)
        guard painter.isOpaque(over: part) else { continue }
        #expect(painted(painter, part, over: .white) == painted(painter, part), "\(name), seed \(random.seed)")
      }
      let outside = Band(area: Area(columns: 0..<64, rows: painter.bounds.rows.upperBound..<60))
      painter.paint(over: outside)
      #expect(outside.numbers.allSatisfy { $0 == 0 }, "\(name), seed \(random.seed)")
    }
  }

  @Test(arguments: [0.1, 0.37, 0.5, 1, 1.5, 2.7, 8])
  func aConstantPictureStaysConstant(scale: Double) {
    let size = Size(width: 50, height: 34)
    let frame = Frame.made(size) { plane, _, _ in [180, 90, 140][plane] }
    let reference = Band(area: Area(1, 1))
    reference.load(frame)
    for turn in [0, 0.3] {
      let transform = Affine(a: scale, b: turn * scale, c: -turn * scale, d: scale, tx: 40)
      let painter = Painter(frame, transform: transform, clip: Area(400, 300))
      let (x, y) = transform(25, 17)
      let band = Band(area: Area(columns: Int(x)..<Int(x) + 1, rows: Int(y)..<Int(y) + 1))
      painter.paint(over: band)
      let error = zip(band.numbers, reference.numbers).map { abs(Int($0) - Int($1)) }.max() ?? 0
      #expect(error <= (turn == 0 ? 0 : 1), "\(scale) \(turn)")
    }
  }

  @Test(arguments: [0.25, 0.5, 0.8, 1, 1.3, 2, 3.7])
  func aRampStaysARamp(scale: Double) {
    let size = Size(width: 200, height: 20)
    let frame = Frame.made(size) { plane, x, _ in plane == 0 ? 20 + x : 128 }
    let width = Int(200 * scale)
    let painter = Painter(frame, transform: .scale(scale, 1), clip: Area(width, 20))
    let band = Band(area: Area(width, 20))
    painter.paint(over: band)
    // Away from the ends, where the filter repeats the edge.
    let margin = Int(4 * max(1, scale)) + 2
    for x in margin..<width - margin {
      let code = 20 + (Double(x) + 0.5) / scale - 0.5
      #expect(abs(band.pixel(x, 9)[0] - (code - 16) / 219) < 0.15 / 219, "\(scale), column \(x)")
    }
  }

  @Test func shrinkingKeepsTheMean() {
    var random = SplitMix()
    let size = Size(width: 256, height: 256)
    let noise = Frame.noise(size, .rgba8, .srgb, with: &random)
    let mean = Double(noise.codes(0).enumerated().filter { $0.offset % 4 == 1 }.map(\.element).reduce(0, +)) / 65_536
    for scale in [0.5, 0.3, 0.1, 0.02] {
      let painter = Painter(noise, transform: .scale(scale, scale), clip: Area(256, 256))
      let band = Band(area: painter.bounds)
      painter.paint(over: band)
      let pixels = band.area.rows.flatMap { y in band.area.columns.map { band.pixel($0, y) } }
      // Premultiplied green over alpha: pixels that the picture covers in part count for that part.
      let green = pixels.map { $0[1] }.reduce(0, +) / pixels.map { $0[3] }.reduce(0, +)
      #expect(abs(green * 255 - mean) < 3, "\(scale), seed \(random.seed)")
      // The whole picture is there: its coverage adds up to its area.
      let area = pixels.map { $0[3] }.reduce(0, +)
      #expect(abs(area - 65_536 * scale * scale) < 0.01 * area + 0.01, "\(scale)")
    }
  }

  @Test func finePatternsDoNotAliasWhenShrunk() {
    // Columns of black and white, two a cycle, at a third of the size: far above what is left to show.
    let frame = Frame.made(Size(width: 300, height: 60), .rgba8, .srgb) { _, x, _ in x % 4 == 3 ? 255 : x / 4 % 2 * 255
    }
    let painter = Painter(frame, transform: .scale(1 / 3.1, 1 / 3.1), clip: Area(300, 60))
    let band = Band(area: painter.bounds)
    painter.paint(over: band)
    for x in 4..<90 { #expect(abs(band.pixel(x, 10)[0] - 0.5) < 0.05, "column \(x)") }
  }

  @Test func movesByWholeBlocksAreBitExact() {
    var random = SplitMix()
    let size = Size(width: 24, height: 16)
    let frame = Frame.noise(size, with: &random)
    let painter = Painter(frame, transform: .translation(8, 6), clip: Area(40, 30))
    #expect(painter.isOpaque(over: Area(columns: 8..<32, rows: 6..<22)))
    #expect(!painter.isOpaque(over: Area(columns: 7..<32, rows: 6..<22)))
    let band = Band(area: Area(40, 30))
    band.fill(.black)
    painter.paint(over: band)
    let result = band.stored().allCodes
    for (plane, codes) in frame.allCodes.enumerated() {
      let shift = plane == 0 ? 0 : 1
      for i in codes.indices {
        let column = i % (24 >> shift) + (8 >> shift)
        let row = i / (24 >> shift) + (6 >> shift)
        #expect(result[plane][row * (40 >> shift) + column] == codes[i], "seed \(random.seed)")
      }
    }
  }

  @Test func fourQuarterTurnsComeBack() {
    var random = SplitMix()
    var frame = Frame.made(Size(width: 21, height: 13), .rgba8, .srgb) { _, x, _ in
      x % 4 == 3 ? 255 : random.edgy(0...255)
    }
    let first = frame.allCodes
    for _ in 0..<4 {
      let (width, height) = (frame.size.width, frame.size.height)
      let quarter = Affine(a: 6e-17, b: 1, c: -1, d: 6e-17, tx: Double(height))
      let band = Band(area: Area(height, width))
      Painter(frame, transform: quarter, clip: band.area).paint(over: band)
      frame = band.stored(.rgba8)
    }
    #expect(frame.allCodes == first, "seed \(random.seed)")
  }

  @Test func edgesBetweenPixelsAreAsTransparentAsTheyAreFree() {
    let frame = Frame.made(Size(width: 10, height: 10), .rgba8, .srgb) { _, _, _ in 255 }
    let painter = Painter(frame, transform: Affine(tx: 2.25, ty: 3.5), clip: Area(20, 20))
    let band = Band(area: Area(20, 20))
    painter.paint(over: band)
    let expected = [
      (1, 5, 0), (2, 5, 0.75), (3, 5, 1), (11, 5, 1), (12, 5, 0.25), (13, 5, 0), (2, 3, 0.375), (12, 13, 0.125),
    ]
    for (x, y, alpha) in expected { #expect(abs(band.pixel(x, y)[3] - alpha) < 1e-4, "\(x), \(y)") }
  }

  @Test func scaledCodesAreThoseOfTheBand() {
    var random = SplitMix()
    let frame = Frame.noise(Size(width: 54, height: 38), with: &random)
    for transform in [
      Affine.scale(1.5, 1.5), Affine(a: 2, d: 1.2, tx: -7, ty: -3), Affine(tx: -2, ty: -4), .translation(-3, -1),
    ] {
      let canvas = Area(50, 32)
      let painter = Painter(frame, transform: transform, clip: canvas)
      #expect(painter.canCopy(canvas))
      let picture = OutputPicture(from: FramePool(size: Size(width: 50, height: 32), format: .yuv420p8))
      painter.copy(into: picture, area: canvas)
      let band = Band(area: canvas)
      painter.paint(over: band)
      for (a, b) in zip(picture.finished().allCodes, band.stored().allCodes) {
        #expect(largestDifference(a, b) <= 1, "\(transform), seed \(random.seed)")
      }
    }
  }

  @Test func chromaKeepsItsPlaceWhenScaled() {
    // Red from luma column 40 on, with each siting's own chroma: twice the size, the edge is at 80.
    for siting in [ColorDescription.Siting.left, .center, .topLeft] {
      let color = ColorDescription(matrix: .bt709, range: .limited, siting: siting)
      let offset = siting == .center ? 0.5 : 0
      let frame = Frame.made(Size(width: 80, height: 20), .yuv420p8, color) { plane, x, _ in
        guard plane == 2 else { return 128 }
        return Int((64 + 1.5 * (2 * Double(x) + offset)).rounded())
      }
      let painter = Painter(frame, transform: .scale(2, 2), clip: Area(160, 40))
      let band = Band(area: Area(160, 40))
      painter.paint(over: band)
      let codes = band.stored().codes(2)
      for x in 10..<70 {
        let luma = (2 * Double(x) + 0.5) / 2 - 0.5
        #expect(abs(Double(codes[10 * 80 + x]) - (64 + 1.5 * luma)) < 1.1, "\(siting) \(x)")
      }
    }
  }

  @Test func transformsOutOfAllProportionDrawNothing() {
    let frame = Frame.made(Size(width: 8, height: 8), .rgba8, .srgb) { _, _, _ in 255 }
    let canvas = Area(16, 16)
    for bad in [Double.nan, .infinity, -.infinity, 1e300, 0] {
      for transform in [
        Affine.scale(bad, 1), Affine.scale(1, bad), Affine(a: 1, b: bad, c: bad, d: 1),
        Affine(a: bad, b: bad, c: bad, d: bad),
      ] where transform != .scale(0, 0) {
        let band = Band(area: canvas)
        Painter(frame, transform: transform, clip: canvas).paint(over: band)
        Painter(.color(.white), in: Rectangle(frame.size), transform: transform, clip: canvas).paint(over: band)
      }
      let crop = Rectangle(left: bad, top: 0, right: 8, bottom: bad)
      Painter(frame, crop: crop, clip: canvas).paint(over: Band(area: canvas))
      _ = Painter(.color(.white), in: crop, clip: canvas).bounds
      #expect(Painter(frame, transform: .translation(bad, 1e12), clip: canvas).bounds.isEmpty)
    }
    var random = SplitMix()
    for _ in 0..<1000 {
      func number() -> Double {
        let magnitude = Double(Int.random(in: -30...30, using: &random))
        return Double.random(in: -1...1, using: &random)
          * (0..<Int(abs(magnitude))).reduce(1.0) { value, _ in
            magnitude < 0 ? value / 4 : value * 4
          }
      }
      let transform = Affine(a: number(), b: number(), c: number(), d: number(), tx: number(), ty: number())
      let upright = Affine(a: number(), d: number(), tx: number(), ty: number())
      for transform in [transform, upright] {
        let band = Band(area: canvas)
        Painter(frame, transform: transform, clip: canvas).paint(over: band)
        Painter(.color(.white), in: Rectangle(frame.size), transform: transform, clip: canvas).paint(over: band)
        #expect(band.numbers.allSatisfy { (-8192...16_384).contains($0) }, "\(transform), seed \(random.seed)")
      }
    }
  }

  @Test func codesBeyondWhiteSurviveATurn() {
    let frame = Frame.made(Size(width: 40, height: 40)) { plane, _, _ in plane == 0 ? 250 : 128 }
    let band = Band(area: Area(40, 40))
    Painter(frame, transform: Affine(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 16, ty: -8), clip: band.area).paint(
      over: band)
    #expect(band.stored().codes(0)[20 * 40 + 20] == 250)
  }

  @Test func onlyPicturesOfTheSameKindAreCopied() {
    let size = Size(width: 4, height: 4)
    let picture = OutputPicture(from: FramePool(size: size, format: .yuv420p8))
    func frame(_ size: Size, _ color: ColorDescription) -> Frame { .made(size, .yuv420p8, color) { _, _, _ in 90 } }
    #expect(picture.accepts(frame(size, .hd)))
    #expect(!picture.accepts(frame(size, ColorDescription(matrix: .bt601, range: .limited))))
    #expect(!picture.accepts(frame(size, ColorDescription(matrix: .bt709, range: .full))))
    #expect(!picture.accepts(frame(Size(width: 4, height: 6), .hd)))
  }
}
