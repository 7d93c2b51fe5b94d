import Chance
import Media
import Testing

@testable import Pixels

/// Pictures of more than 8 bits, finer chroma and transparency, by the book.
@Suite struct DeepStoreTests {
  /// Straight pixels into 4:4:4 with alpha and 4:2:2 without, in every depth.
  @Test(arguments: [9, 10, 12, 14])
  func straightColoursAreWrittenByTheFormulas(bits: Int) {
    var random = SplitMix()
    let size = Size(width: 38, height: 9)
    let frame = Frame.noise(size, .rgba8, .srgb, alpha: .straight, with: &random)
    let band = Band(area: Area(size))
    band.load(frame)
    let stored = band.stored(.yuv(.s444, bits: bits, alpha: true), keepsAlpha: true)
    #expect(stored.alpha == .straight && stored.color == .hd)
    let (pixels, codes) = (frame.codes(0).map { Double($0) / 255 }, stored.allCodes)
    let (unit, most) = (Double(1 << (bits - 8)), Double(1 << bits) - 1)
    for i in 0..<size.area {
      let alpha = pixels[4 * i + 3]
      #expect(abs(Double(codes[3][i]) - alpha * most) < 0.51 + unit / 32, "seed \(random.seed)")
      // What is more transparent has fewer steps of colour in premultiplied pixels: half a step of 16 384 and of rounding.
      let colors = alpha > 0 ? Array(pixels[4 * i..<4 * i + 3]) : [0, 0, 0]
      let room = 0.6 + (alpha > 0 ? unit * 3 * 224 / 16_384 / alpha : 0)
      for (plane, code) in Book.codes(colors, .bt709).enumerated() {
        #expect(abs(Double(codes[plane][i]) - code * unit) < room, "alpha \(alpha), seed \(random.seed)")
      }
    }
  }

  @Test func finerChromaIsTheMeanOfTwoPixels() {
    var random = SplitMix()
    let size = Size(width: 31, height: 7)
    let frame = Frame.noise(size, .rgba8, .srgb, with: &random)
    let band = Band(area: Area(size))
    band.load(frame)
    let codes = band.stored(.yuv(.s422, bits: 10, alpha: false)).allCodes
    let pixels = frame.codes(0).map { Double($0) / 255 }
    for y in 0..<7 {
      for x in 0..<16 {
        let pair = [2 * x, min(2 * x + 1, 30)].map { column -> [Double] in
          let place = 4 * (y * 31 + column)
          return Book.codes(Array(pixels[place..<place + 3]), .bt709)
        }
        for plane in 1...2 {
          let mean = (pair[0][plane] + pair[1][plane]) / 2 * 4
          #expect(abs(Double(codes[plane][y * 16 + x]) - mean) < 0.6, "seed \(random.seed)")
        }
      }
    }
  }

  /// Chroma of a block with alpha is that of its colours by how much they show.
  @Test func sharedChromaOfTranslucentPixelsIsWeighed() {
    var random = SplitMix()
    let size = Size(width: 24, height: 10)
    let frame = Frame.noise(size, .rgba8, .srgb, alpha: .straight, with: &random)
    let band = Band(area: Area(size))
    band.load(frame)
    let codes = band.stored(.yuv(.s420, bits: 8, alpha: true), keepsAlpha: true).allCodes
    let pixels = frame.codes(0).map { Double($0) / 255 }
    for y in 0..<5 {
      for x in 0..<12 {
        let corner = 48 * y + 2 * x
        let block: [Int] = [0, 1, 24, 25].map { 4 * (corner + $0) }
        let alpha = block.reduce(0.0) { $0 + pixels[$1 + 3] }
        guard alpha > 0.2 else { continue }
        let mean = (0..<3).map { channel -> Double in
          let sum = block.reduce(0.0) { $0 + pixels[$1 + channel] * pixels[$1 + 3] }
          return sum / alpha
        }
        for plane in 1...2 {
          let code = Book.codes(mean, .bt709)[plane]
          #expect(abs(Double(codes[plane][y * 12 + x]) - code) < 0.7, "seed \(random.seed)")
        }
      }
    }
    #expect(codes[3] == stride(from: 3, to: 4 * size.area, by: 4).map { frame.codes(0)[$0] })
  }

  @Test func whatIsNotThereIsBlackBesideNoAlpha() {
    let codes = Band(area: Area(6, 4)).stored(.yuv(.s420, bits: 8, alpha: true), keepsAlpha: true).allCodes
    #expect(codes.map { Set($0) } == [[16], [128], [128], [0]])
  }

  @Test func noiseOfTenBitsComesBackInBandsOfAnyHeight() {
    var random = SplitMix()
    for (width, height) in [(1, 1), (3, 5), (34, 17), (130, 7)] {
      let size = Size(width: width, height: height)
      for format in [PixelFormat.yuv(.s444, bits: 10, alpha: false), .yuv(.s422, bits: 10, alpha: false)] {
        let frame = Frame.noise(size, format, with: &random)
        for step in [2, 4, 100] {
          let picture = OutputPicture(from: FramePool(size: size, format: format))
          let band = Band(area: Area(0, 0))
          for top in stride(from: 0, to: height, by: step) {
            band.move(to: Area(columns: 0..<width, rows: top..<min(top + step, height)))
            band.load(frame)
            band.store(into: picture)
          }
          let result = picture.finished().allCodes
          let worst = zip(result, frame.allCodes).map(largestDifference).max() ?? 0
          #expect(worst <= 1, "\(size), seed \(random.seed)")
        }
      }
    }
  }
}
