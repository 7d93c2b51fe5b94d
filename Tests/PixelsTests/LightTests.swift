import Chance
import Media
import Testing

@testable import Pixels

/// Pictures that are put together by their light, against the formulas in double precision.
@Suite struct LightTests {
  private let canvas = Area(64, 48)

  private func drawn(_ painters: [Painter], over color: Color = .black) -> Band {
    let band = Band(area: canvas)
    band.fill(color.counted(in: .linear))
    for painter in painters { painter.paint(over: band) }
    band.countCodes(from: .linear)
    return band
  }

  private func cel(_ frame: Frame, _ transform: Affine = .identity) -> Cel {
    Cel(frame, transform: transform, reading: Reading(.linear), clip: canvas)
  }

  private func mixed(_ a: Double, _ b: Double, _ weight: Double) -> Double {
    ColorBook.srgbCode(ColorBook.srgbLight(a) * (1 - weight) + ColorBook.srgbLight(b) * weight)
  }

  /// To a fifth of a step of eight bits, translucent pixels and opacity included.
  @Test func sourceOverAddsUpLight() {
    var random = SplitMix()
    let size = Size(width: 64, height: 48)
    let below = Frame.noise(size, .rgba8, .srgb, with: &random)
    let above = Frame.noise(size, .rgba8, .srgb, alpha: .straight, with: &random)
    for opacity in [1, 0.37] {
      let band = drawn([
        Painter(cel(below), clip: canvas), Painter(cel(above), opacity: Opacity(opacity), clip: canvas),
      ])
      let (b, a) = (below.codes(0).map { Double($0) / 255 }, above.codes(0).map { Double($0) / 255 })
      var worst = 0.0
      for i in 0..<size.area {
        let pixel = band.pixel(i % 64, i / 64)
        for c in 0..<3 {
          let wanted = mixed(b[4 * i + c], a[4 * i + c], a[4 * i + 3] * opacity)
          worst = max(worst, abs(pixel[c] - wanted))
        }
      }
      #expect(worst * 255 < 0.4, "seed \(random.seed)")
    }
  }

  @Test func halfWhiteOverBlackShinesHalfAsStrong() {
    let white = Cel(.color(Color.white.counted(in: .linear)), in: Rectangle(Size(width: 64, height: 48)), clip: canvas)
    let pixel = drawn([Painter(white, opacity: Opacity(0.5), clip: canvas)]).pixel(10, 10)
    #expect(abs(pixel[0] - 0.7354) < 1e-3)
  }

  /// A black and white grid, shrunk until it is grey: half the light, not half the code.
  @Test func scalingAndBlurKeepLight() {
    let grid = Frame.made(Size(width: 256, height: 192)) { plane, x, y in
      plane > 0 ? 128 : (x + y) % 2 == 0 ? 235 : 16
    }
    let small = drawn([Painter(cel(grid, .scale(0.25, 0.25)), clip: canvas)])
    let blurred = drawn([Painter(cel(grid).blurred(across: 6, down: 6, in: canvas), clip: canvas)])
    for band in [small, blurred] { #expect(abs(band.pixel(30, 20)[0] - 0.7354) < 4e-3) }
  }

  /// A dark gradient that fades: no step is lost, and none is wrong by more than the output's own.
  @Test func aFadeOfADarkGradientBandsNoMoreThanItsOutput() {
    let ramp = Frame.made(Size(width: 64, height: 48), .rgba8, .srgb) { _, byte, y in
      byte % 4 == 3 ? 255 : (byte / 4 + y % 4 * 64) / 4
    }
    let tones = ramp.codes(0).prefix(4 * 64 * 4).map { Double($0) / 255 }
    for opacity in stride(from: 0.05, through: 1, by: 0.05) {
      let codes = drawn([Painter(cel(ramp), opacity: Opacity(opacity), clip: canvas)]).stored(.rgba8).codes(0)
      let errors = stride(from: 0, to: tones.count, by: 4).map {
        abs(Double(codes[$0]) - mixed(0, tones[$0], opacity) * 255)
      }
      #expect((errors.max() ?? 1) < 0.75, "opacity \(opacity)")
    }
  }

  @Test func coloursBeyondWhiteAndBlackComeBack() {
    let frame = Frame.made(Size(width: 64, height: 48)) { plane, x, y in
      plane == 0 ? y * 5 : plane == 1 ? x * 8 : 255 - y * 8
    }
    let band = Band(area: canvas)
    Painter(cel(frame), clip: canvas).paint(over: band)
    band.countCodes(from: .linear)
    #expect(band.stored().allCodes == frame.allCodes)
  }

  @Test func whatLooksAtCodesSeesThem() {
    var random = SplitMix()
    let frame = Frame.noise(Size(width: 64, height: 48), .rgba8, .srgb, alpha: .straight, with: &random)
    let plain = Cel(frame, clip: canvas)
    let band = Band(area: canvas)
    let other = Band(area: canvas)
    Painter(plain, clip: canvas).paint(over: band)
    Painter(cel(frame).coded(from: .linear), clip: canvas).paint(over: other)
    // A quarter of a step of eight bits, of colours that little is left of.
    #expect(zip(band.numbers, other.numbers).allSatisfy { abs(Int($0) - Int($1)) <= 16 }, "seed \(random.seed)")
  }
}
