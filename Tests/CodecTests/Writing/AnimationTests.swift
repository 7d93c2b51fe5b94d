import Chance
import Foundation
import Media
import Testing

@testable import Codec

/// Animated pictures, against ffmpeg's readers.
@Suite struct AnimationTests {
  /// Pictures of a few colours by chance, each a little other than the one before it.
  private func pictures(_ count: Int, _ size: Size, colors: Int, alpha: [UInt32], _ chance: inout SplitMix)
    -> [[UInt32]]
  {
    let colors = (0..<colors).map { _ in UInt32.random(in: 0...0xFF_FFFF, using: &chance) }
    func pixel() -> UInt32 {
      let alpha = alpha.randomElement(using: &chance)!
      return alpha == 0 ? 0 : colors.randomElement(using: &chance)! | alpha << 24
    }
    var picture = (0..<size.area).map { _ in pixel() }
    return (0..<count).map { _ in
      for _ in 0..<Int.random(in: 0...20, using: &chance) {
        picture[Int.random(in: 0..<size.area, using: &chance)] = pixel()
      }
      return picture
    }
  }

  private func frame(_ pixels: [UInt32], _ size: Size) -> Frame {
    let storage = FrameStorage(size: size, format: .rgba8)
    for y in 0..<size.height {
      for x in 0..<size.width {
        storage.planes[0].base.storeBytes(
          of: pixels[y * size.width + x], toByteOffset: y * storage.planes[0].bytesPerRow + 4 * x, as: UInt32.self)
      }
    }
    let isOpaque = pixels.allSatisfy { $0 >> 24 == 255 }
    return Frame(size: size, format: .rgba8, color: .srgb, alpha: isOpaque ? .opaque : .straight, storage: storage)
  }

  private func write(_ pictures: [[UInt32]], _ encoding: VideoEncoding, segments: Int, to path: String) throws {
    let spool = try PacketSpool(in: NSTemporaryDirectory())
    for index in 0..<segments {
      let encoder = try encoding.segmentEncoder()
      let part = pictures.count * index / segments..<pictures.count * (index + 1) / segments
      for picture in pictures[part] { try encoder.write(frame(picture, encoding.size)) }
      try spool.append(#require(encoder.finish { false }), at: [index])
    }
    let file = try AtomicFile(path)
    try Animation(encoding, segments: spool).write(into: file)
    try file.commit()
  }

  @Test(arguments: [false, true])
  func aGIFOfFewColoursIsWhatWasDrawn(hasAlpha: Bool) throws {
    var chance = SplitMix(UInt64.random(in: 0...UInt64.max))
    let seed = chance.seed
    for (width, height, colors) in [(1, 1, 1), (17, 9, 2), (64, 40, 255), (300, 200, 100), (33, 3, 5)] {
      try withTemporaryFolder { folder in
        let size = Size(width: width, height: height)
        let pictures = pictures(11, size, colors: colors, alpha: hasAlpha ? [0, 255] : [255], &chance)
        let encoding = try VideoEncoding(.gif, size: size, frameRate: FrameRate(25)!, hasAlpha: hasAlpha)
        let path = folder + "/a.gif"
        try write(pictures, encoding, segments: 3, to: path)
        let answer = try Oracle.run(
          "ffmpeg", "-v", "error", "-i", path, "-vf", "fps=25", "-f", "rawvideo", "-pix_fmt", "rgba", "-")
        #expect(answer.errors == "", "seed \(seed)")
        let shown = answer.output.withUnsafeBytes { bytes in
          (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self) }
        }
        // What is transparent has no colour.
        let same = zip(shown, pictures.joined()).allSatisfy { $0 == $1 || $0 >> 24 == 0 && $1 >> 24 == 0 }
        #expect(same && shown.count == 11 * size.area, "\(size), seed \(seed)")
      }
    }
  }

  @Test(arguments: [(30, 1), (24, 1), (60, 1), (30_000, 1001), (50, 1), (12, 1)])
  func aGIFLastsAsLongAsTheVideo(rate: (Int, Int)) throws {
    var chance = SplitMix(1)
    try withTemporaryFolder { folder in
      let size = Size(width: 16, height: 16)
      let rate = FrameRate(rate.0, rate.1)!
      let encoding = try VideoEncoding(.gif, size: size, frameRate: rate)
      let path = folder + "/a.gif"
      try write(pictures(60, size, colors: 9, alpha: [255], &chance), encoding, segments: 2, to: path)
      let seconds = try #require(Double(Oracle.probe(path, "stream=duration", stream: "v")["duration"] ?? ""))
      #expect(abs(seconds - rate.time(ofFrame: 60).seconds) <= 0.011)
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]) != nil)
    }
  }

  @Test func manyColoursAreShownWell() throws {
    try withTemporaryFolder { folder in
      let size = Size(width: 256, height: 144)
      let picture = (0..<size.area).map { place -> UInt32 in
        let (x, y) = (place % size.width, place / size.width)
        return UInt32(x) | UInt32(y * 255 / 143) << 8 | UInt32(255 - x) << 16 | 0xFF00_0000
      }
      let path = folder + "/a.gif"
      try write([picture], VideoEncoding(.gif, size: size, frameRate: FrameRate(25)!), segments: 1, to: path)
      let answer = try Oracle.run("ffmpeg", "-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "rgba", "-")
      // Seen from afar: means of blocks of 8 by 8, which dithering is to keep.
      func mean(_ bx: Int, _ by: Int, _ channel: Int, _ code: (Int) -> Int) -> Double {
        let sum = (0..<64).reduce(0) { $0 + code(4 * ((by * 8 + $1 / 8) * size.width + bx * 8 + $1 % 8) + channel) }
        return Double(sum) / 64
      }
      var worst = 0.0
      for by in 0..<18 {
        for bx in 0..<32 {
          for channel in 0..<3 {
            let shown = mean(bx, by, channel) { Int(answer.output[$0]) }
            let drawn = mean(bx, by, channel) { Int(picture[$0 / 4] >> UInt32($0 % 4 * 8) & 255) }
            worst = max(worst, abs(shown - drawn))
          }
        }
      }
      #expect(worst < 14)
    }
  }

  @Test func aWebPIsWhatWasDrawn() throws {
    var chance = SplitMix(UInt64.random(in: 0...UInt64.max))
    let seed = chance.seed
    try withTemporaryFolder { folder in
      let size = Size(width: 61, height: 37)
      let pictures = pictures(9, size, colors: 40, alpha: [0, 128, 255], &chance)
      let encoding = try VideoEncoding(
        .webp, size: size, frameRate: FrameRate(30)!, quality: 0, hasAlpha: true)
      let path = folder + "/a.webp"
      try write(pictures, encoding, segments: 2, to: path)
      let file = try WebPFile(path)
      #expect(file.size == size && file.isAnimated && file.hasAlpha && file.loops == 0)
      #expect(file.pictures.reduce(0) { $0 + $1.duration } == 300)
      var (canvas, time) = ([UInt32](repeating: 0, count: size.area), 0)
      for (index, part) in file.pictures.enumerated() {
        let pixels = try part.pixels(in: folder)
        for (place, pixel) in pixels.enumerated() {
          canvas[(part.y + place / part.size.width) * size.width + part.x + place % part.size.width] = pixel
        }
        let wanted = pictures[Int((Double(time) * 30 / 1000).rounded())]
        #expect(zip(canvas, wanted).allSatisfy { $0 == $1 || $0 >> 24 == 0 && $1 >> 24 == 0 }, "\(index), seed \(seed)")
        time += part.duration
      }
    }
  }

  @Test func aNameWithAPlaceForNumbersIsASequence() {
    #expect(PictureSequence("a/%05d.png")?.path(7) == "a/00007.png")
    #expect(PictureSequence("%d.png")?.path(123_456) == "123456.png")
    #expect(PictureSequence("%02d.png")?.path(1234) == "1234.png")
    for name in ["a.png", "%s.png", "%5d.png", "%d-%d.png", "%-3d.png", "%0999999999999999999999d.png", "100%.png", ""]
    {
      #expect(PictureSequence(name) == nil, "\(name)")
    }
  }
}
