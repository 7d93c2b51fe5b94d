import Media
import Testing

@testable import Pixels

/// Chroma that is filtered for every pixel, from where the source has it.
@Suite struct SmoothChromaTests {
  private let canvas = Area(64, 32)

  /// A ramp of chroma along columns, as a camera that sites it so would have sampled it.
  private func ramp(_ siting: ColorDescription.Siting) -> Frame {
    var color = ColorDescription.hd
    color.siting = siting
    // Pixel x has 64 + 2x; a central sample lies between two.
    let offset = siting == .center ? 1 : 0
    return Frame.made(Size(width: 64, height: 32), .yuv420p8, color) { plane, x, _ in
      plane == 0 ? 120 : 64 + 4 * x + offset
    }
  }

  @Test(arguments: [ColorDescription.Siting.left, .center, .topLeft])
  func aRampOfChromaStaysARamp(siting: ColorDescription.Siting) {
    let band = Band(area: canvas)
    let reading = Reading(smoothsChroma: true)
    Painter(Cel(ramp(siting), reading: reading, clip: canvas), clip: canvas).paint(over: band)
    for x in 4..<60 {
      let wanted = Book.rgb(120, Double(64 + 2 * x), Double(64 + 2 * x), .bt709, .limited, bits: 8)
      #expect(zip(wanted, band.pixel(x, 10)).allSatisfy { abs($0 - $1) < 2e-3 }, "column \(x)")
    }
  }

  @Test func lumaAndFlatChromaStayAsTheyWere() {
    let frame = Frame.made(Size(width: 64, height: 32)) { plane, x, y in plane == 0 ? (x * 7 + y * 3) & 255 : 140 }
    let (smooth, plain) = (Band(area: canvas), Band(area: canvas))
    Painter(Cel(frame, reading: Reading(smoothsChroma: true), clip: canvas), clip: canvas).paint(over: smooth)
    plain.load(frame)
    #expect(smooth.numbers == plain.numbers)
  }

  /// A red disc before a green screen, stored in 4:2:0: the matte of its edge, beside that of the disc itself.
  @Test func theEdgeOfAKeyedDiscIsSmoother() {
    let (size, radius) = (Size(width: 64, height: 32), 11.3)
    func share(_ x: Double, _ y: Double) -> Double {
      min(max(radius + 0.5 - ((x - 31.7) * (x - 31.7) + (y - 15.6) * (y - 15.6)).squareRoot(), 0), 1)
    }
    let (red, green) = ([0.8, 0.2, 0.2], [0, 0.69, 0.25])
    func codes(_ x: Double, _ y: Double) -> [Double] {
      Book.codes((0..<3).map { red[$0] * share(x, y) + green[$0] * (1 - share(x, y)) }, .bt709)
    }
    let frame = Frame.made(size) { plane, x, y in
      guard plane > 0 else { return Int(codes(Double(x), Double(y))[0].rounded()) }
      // Left siting: beside the even column, between two rows; a mean of what lies around.
      let around = [-1.0, 0, 0, 1].flatMap { dx in
        [0.0, 1].map { codes(Double(2 * x) + dx, Double(2 * y) + $0)[plane] }
      }
      return Int((around.reduce(0, +) / Double(around.count)).rounded())
    }
    func error(_ smooths: Bool) -> Double {
      let band = Band(area: canvas)
      let cel = Cel(frame, reading: Reading(smoothsChroma: smooths), clip: canvas)
        .keyed(Color(red: 0, green: 0.69, blue: 0.25), tolerance: 0.1, softness: 0.2, spill: 1)
      Painter(cel, clip: canvas).paint(over: band)
      return (0..<64 * 32).reduce(0) { sum, i in
        let difference = band.pixel(i % 64, i / 64)[3] - share(Double(i % 64), Double(i / 64))
        return sum + difference * difference
      }
    }
    #expect(error(true) < 0.8 * error(false), "\(error(true)), \(error(false))")
  }
}
