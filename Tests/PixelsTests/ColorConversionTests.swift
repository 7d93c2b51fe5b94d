import CPixels
import Chance
import Glibc
import Media
import Testing

@testable import Pixels

/// Pictures of other primaries and transfers, against the formulas.
@Suite struct ColorConversionTests {
  /// What the canvas shows of red, green and blue codes.
  private func wanted(_ codes: [Double], _ color: ColorDescription) -> [Double] {
    let held = codes.map { min(max($0, 0), 1) }
    var light = held
    switch color.transfer {
    case .bt709: light = held.map { pow($0, 2.4) }
    case .srgb: light = held.map(ColorBook.srgbLight)
    case .linear: break
    case .pq: light = held.map { min(ColorBook.pqLight($0), 1000) / 203 }
    case .hlg:
      let scene = held.map(ColorBook.hlgScene)
      let luminance = 0.2627 * scene[0] + 0.6780 * scene[1] + 0.0593 * scene[2]
      light = scene.map { $0 * pow(luminance, 0.2) * 1000 / 203 }
    }
    let matrix = ColorMatrix(from: color.primaries).rows
    light = matrix.map { max($0.x * light[0] + $0.y * light[1] + $0.z * light[2], 0) }
    if let strongest = light.max(), strongest > 0, [.pq, .hlg].contains(color.transfer) {
      light = light.map { $0 * ColorBook.eetf(strongest * 203) / 203 / strongest }
    }
    let isOfComputers = [.srgb, .linear].contains(color.transfer)
    return light.map { min($0, 1) }.map { isOfComputers ? ColorBook.srgbCode($0) : pow($0, 1 / 2.4) }
  }

  private static let kinds = ColorDescription.Primaries.allCases.flatMap { primaries in
    ColorDescription.Transfer.allCases.map { (primaries, $0) }
  }

  /// Within a fifth of a step of eight bits of the formulas, sixteen bits in and fourteen out.
  @Test(arguments: kinds)
  func coloursGoByTheBook(primaries: ColorDescription.Primaries, transfer: ColorDescription.Transfer) {
    var random = SplitMix()
    let color = ColorDescription(matrix: .rgb, range: .full, primaries: primaries, transfer: transfer)
    guard !color.hasCanvasColors else { return }
    let size = Size(width: 128, height: 64)
    let frame = Frame.noise(size, .rgba16, color, with: &random)
    let (band, plain) = (Band(area: Area(size)), Band(area: Area(size)))
    band.load(frame)
    plain.load(frame.described(as: .srgb))
    var worst = 0.0
    for y in 0..<64 {
      for x in 0..<128 {
        let expected = wanted(Array(plain.pixel(x, y).prefix(3)), color)
        worst = max(worst, zip(expected, band.pixel(x, y)).map { abs($0 - $1) }.max() ?? 0)
      }
    }
    #expect(worst * 255 < 0.2, "\(worst * 255) steps, seed \(random.seed)")
  }

  @Test func greysOfOrdinaryVideoStayWhateverItsPrimaries() {
    for primaries in [ColorDescription.Primaries.bt601, .ebu, .bt2020, .displayP3] {
      let color = ColorDescription(matrix: .bt709, range: .limited, primaries: primaries)
      let frame = Frame.made(Size(width: 220, height: 2), .yuv420p8, color) { plane, x, _ in plane == 0 ? 16 + x : 128 }
      let band = Band(area: Area(220, 2))
      band.load(frame)
      #expect(band.stored().allCodes == frame.allCodes)
    }
  }

  /// Every code of a grey ramp in PQ: lighter is never darker, and no two neighbours are two steps of 8 bits apart where
  /// 10 bits are not.
  @Test(arguments: [ColorDescription.Transfer.pq, .hlg]) func rampsOfTenBitsDoNotBand(
    transfer: ColorDescription.Transfer
  ) {
    let color = ColorDescription(matrix: .bt2020, range: .limited, primaries: .bt2020, transfer: transfer)
    let frame = Frame.made(Size(width: 878, height: 2), .yuv(.s420, bits: 10, alpha: false), color) { plane, x, _ in
      plane == 0 ? 64 + min(x, 876) : 512
    }
    let band = Band(area: Area(878, 2))
    band.load(frame)
    let luma = Array(band.stored().codes(0).prefix(877))
    #expect(zip(luma, luma.dropFirst()).allSatisfy { 0...1 ~= $1 - $0 })
    #expect(luma.first == 16 && luma.last == 235)
  }

  /// The same pixels come out of every way to draw a picture.
  @Test func aWideGamutIsTheSameMovedAndScaled() {
    let color = ColorDescription(matrix: .bt2020, range: .limited, primaries: .bt2020, transfer: .hlg)
    let frame = Frame.made(Size(width: 32, height: 32), .yuv(.s420, bits: 10, alpha: false), color) { plane, _, _ in
      plane == 0 ? 600 : plane == 1 ? 480 : 640
    }
    let canvas = Area(32, 32)
    func pixel(_ transform: Affine) -> [Double] {
      let band = Band(area: canvas)
      Painter(frame, transform: transform, clip: canvas).paint(over: band)
      return band.pixel(15, 15)
    }
    let plain = pixel(.identity)
    let turned = Affine(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 10, ty: -5)
    for transform in [Affine.scale(0.5, 0.7).then(.translation(6, 5)), .translation(0.3, 0.4), turned] {
      #expect(zip(pixel(transform), plain).allSatisfy { abs($0 - $1) < 1e-3 })
    }
  }
}

extension Frame {
  /// The same codes, said to mean something else.
  fileprivate func described(as color: ColorDescription) -> Frame {
    Frame(size: size, format: format, color: color, alpha: alpha, storage: storage)
  }
}
