import Chance
import Media
import Testing

@testable import Pixels

@Suite struct BandTests {
  /// Every luma with every pair of chroma, four lumas to a block as they come in noise; as codes, and as light and back.
  @Test(arguments: [Light.coded, .linear]) func everyCodeComesBackAsItWas(light: Light) {
    let size = Size(width: 512, height: 512)
    let frame = Frame.made(size) { plane, x, y in plane == 1 ? x : y & 255 }
    let band = Band(area: Area(size))
    let picture = OutputPicture(from: FramePool(size: size, format: .yuv420p8))
    let result = picture.finished()
    for step in 0..<64 {
      frame.setLuma { x, y in (step + 64 * (x & 1) + 128 * (y & 1)) & 255 }
      band.load(frame, in: light)
      band.countCodes(from: light)
      band.store(into: picture)
      let isSame = (0..<3).allSatisfy { frame.bytes($0) == result.bytes($0) }
      #expect(isSame, "step \(step)")
    }
  }

  @Test func noiseOfOddSizesComesBackInBandsOfAnyHeight() {
    var random = SplitMix()
    for (width, height) in [(1, 1), (2, 1), (3, 5), (33, 17), (130, 7)] {
      let size = Size(width: width, height: height)
      let frame = Frame.noise(size, with: &random)
      for step in [2, 4, 6, 100] {
        let picture = OutputPicture(from: FramePool(size: size, format: .yuv420p8))
        let band = Band(area: Area(0, 0))
        for top in stride(from: 0, to: height, by: step) {
          band.move(to: Area(columns: 0..<width, rows: top..<min(top + step, height)))
          band.load(frame)
          band.store(into: picture)
        }
        #expect(picture.finished().allCodes == frame.allCodes, "\(size) by \(step), seed \(random.seed)")
      }
    }
  }

  @Test(arguments: [ColorDescription.Matrix.bt601, .bt709, .bt2020], [ColorDescription.Range.limited, .full])
  func matricesGoByTheBook(matrix: ColorDescription.Matrix, range: ColorDescription.Range) {
    var random = SplitMix()
    for bits in [8, 9, 10, 12, 14, 16] {
      let size = Size(width: 64, height: 32)
      let frame = Frame.noise(
        size, .yuv(.s444, bits: bits, alpha: false), ColorDescription(matrix: matrix, range: range), with: &random)
      let band = Band(area: Area(size))
      band.load(frame)
      let planes = frame.allCodes.map { $0.map(Double.init) }
      var worst = 0.0
      for i in 0..<size.area {
        let expected = Book.rgb(planes[0][i], planes[1][i], planes[2][i], matrix, range, bits: bits)
        let pixel = band.pixel(i % 64, i / 64)
        worst = max(worst, zip(expected, pixel).map { abs($0 - $1) }.max() ?? 0)
      }
      #expect(worst * 255 < 0.06, "\(bits) bits, seed \(random.seed)")
    }
  }

  /// BT.601 and BT.2020, full range, 10 bits: into 8-bit BT.709 within one code of the formulas.
  @Test func otherPicturesBecomeHighDefinitionByTheBook() {
    var random = SplitMix()
    let size = Size(width: 64, height: 64)
    let color = ColorDescription(matrix: .bt601, range: .full)
    let frame = Frame.noise(size, .yuv(.s420, bits: 10, alpha: false), color, with: &random)
    let band = Band(area: Area(size))
    band.load(frame)
    let result = band.stored().allCodes
    let planes = frame.allCodes
    for y in 0..<64 {
      for x in 0..<64 {
        let shared = y / 2 * 32 + x / 2
        let rgb = Book.rgb(
          Double(planes[0][y * 64 + x]), Double(planes[1][shared]), Double(planes[2][shared]), .bt601, .full, bits: 10)
        let luma = Book.codes(rgb, .bt709)[0].clamped
        #expect(abs(Double(result[0][y * 64 + x]) - luma) <= 0.55, "seed \(random.seed)")
      }
    }
  }

  @Test func sourceOverIsTheFormula() {
    var random = SplitMix()
    let size = Size(width: 37, height: 9)
    let below = Frame.noise(size, .rgba8, .srgb, alpha: .straight, with: &random)
    let above = Frame.noise(size, .rgba8, .srgb, alpha: .straight, with: &random)
    for opacity in [0, 1, 0.37] {
      let band = Band(area: Area(size))
      let top = Band(area: Area(size))
      band.load(below)
      top.load(above)
      band.over(top, opacity: Opacity(opacity))
      let (b, a) = (below.codes(0).map { Double($0) / 255 }, above.codes(0).map { Double($0) / 255 })
      for i in 0..<size.area {
        let share = a[4 * i + 3] * opacity
        let under = b[4 * i + 3] * (1 - share)
        let pixel = band.pixel(i % 37, i / 37)
        var expected = (0..<3).map { c -> Double in a[4 * i + c] * share + b[4 * i + c] * under }
        expected.append(share + under)
        let error = zip(pixel, expected).map { abs($0 - $1) }.max() ?? 0
        #expect(error < 3.0 / 16_384, "seed \(random.seed)")
      }
    }
  }

  @Test func layingATranslucentPictureOverVideoEqualsBlendingItsCodes() {
    var random = SplitMix()
    let size = Size(width: 32, height: 16)
    let (a, b) = (Frame.noise(size, with: &random), Frame.noise(size, with: &random))
    let (below, above) = (Band(area: Area(size)), Band(area: Area(size)))
    below.load(a)
    above.load(b)
    below.over(above, opacity: Opacity(0.3))
    for (plane, codes) in below.stored().allCodes.enumerated() {
      let blended = zip(a.codes(plane), b.codes(plane)).map { Double($0) * 0.7 + Double($1) * 0.3 }
      #expect(zip(codes, blended).allSatisfy { abs(Double($0) - $1) < 0.55 }, "seed \(random.seed)")
    }
  }

  @Test func straightPixelsComeBackAsTheyWere() {
    var random = SplitMix()
    let size = Size(width: 61, height: 8)
    let frame = Frame.noise(size, .rgba8, .srgb, alpha: .straight, with: &random)
    let band = Band(area: Area(size))
    band.load(frame)
    let (before, after) = (frame.codes(0), band.stored(.rgba8, keepsAlpha: true).codes(0))
    for i in 0..<size.area {
      let alpha = before[4 * i + 3]
      #expect(after[4 * i + 3] == alpha)
      for c in 4 * i..<4 * i + 3 where alpha > 0 {
        #expect(abs(after[c] - before[c]) <= (alpha == 255 ? 0 : 1 + 3 / alpha), "alpha \(alpha), seed \(random.seed)")
      }
      if alpha == 0 { #expect(after[4 * i..<4 * i + 3] == [0, 0, 0]) }
    }
  }

  @Test func colorsAndWeightsHoldToTheirRanges() {
    #expect(
      Opacity(.nan) == .clear && Opacity(-1) == .clear && Opacity(.infinity) == .full && Opacity(0.5).weight == 8192)
    #expect(Color(red: .nan, green: -3, blue: 9) == Color(red: 0, green: 0, blue: 1))
    #expect(Opacity.full * Opacity(0.25) == Opacity(0.25))
    let band = Band(area: Area(3, 2))
    band.fill(Color(rgba: 0xff80_0080))
    #expect(zip(band.pixel(2, 1), [0.502, 0.252, 0, 0.502]).allSatisfy { abs($0 - $1) < 0.001 })
    band.multiply(.clear)
    #expect(band.numbers.allSatisfy { $0 == 0 })
  }

  @Test func mixesReachBothEnds() {
    var random = SplitMix()
    let size = Size(width: 20, height: 4)
    let (a, b) = (Band(area: Area(size)), Band(area: Area(size)))
    a.load(Frame.noise(size, .rgba8, .srgb, alpha: .straight, with: &random))
    b.load(Frame.noise(size, .rgba8, .srgb, alpha: .straight, with: &random))
    let before = a.numbers
    a.mix(b, weight: .clear)
    #expect(a.numbers == before, "seed \(random.seed)")
    a.mix(b, weight: .full)
    #expect(a.numbers == b.numbers, "seed \(random.seed)")
  }
}

extension Double {
  /// Held to what a byte can say.
  var clamped: Double { min(max(self, 0), 255) }
}
