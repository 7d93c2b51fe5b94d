import Chance
import Foundation
import Media
import Testing

@testable import Codec

@Suite struct PNGTests {
  @Test(arguments: [Frame.Alpha.opaque, .straight], [PixelFormat.rgba8, .rgba16])
  func aPictureComesBackFromAnotherDecoder(alpha: Frame.Alpha, format: PixelFormat) throws {
    try withTemporaryFolder { folder in
      let (size, path) = (Size(width: 37, height: 11), folder + "/a.png")
      var chance = SplitMix(7)
      let samples = (0..<(4 * size.area)).map { _ in UInt16.random(in: 0...UInt16.max, using: &chance) }
      try Self.frame(samples, size: size, format: format, alpha: alpha).writePNG(to: path)

      let channels = alpha == .opaque ? 3 : 4
      let layout = alpha == .opaque ? "rgb24" : "rgba"
      let expected = samples.indices.filter { $0 % 4 < channels }.map { Self.byte(samples[$0], format) }
      let answer = try Oracle.run("ffmpeg", "-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", layout, "-")
      #expect(Array(answer.output) == expected)
      let facts = try Oracle.probe(path, "stream=width,height,pix_fmt")
      #expect(facts == ["width": "37", "height": "11", "pix_fmt": layout])
    }
  }

  @Test func thePictureIsTaggedAndAlwaysTheSameBytes() throws {
    let size = Size(width: 8, height: 8)
    let frame = Self.frame(Array(repeating: 1000, count: 256), size: size, format: .rgba8, alpha: .opaque)
    let data = try frame.pngData()
    #expect(try frame.pngData() == data)
    #expect(Data(data).range(of: Data("sRGB".utf8)) != nil)
  }

  private static func byte(_ sample: UInt16, _ format: PixelFormat) -> UInt8 {
    format == .rgba8 ? UInt8(sample >> 8) : UInt8((Double(sample) / 65_535 * 255).rounded())
  }

  private static func frame(_ samples: [UInt16], size: Size, format: PixelFormat, alpha: Frame.Alpha) -> Frame {
    let storage = FrameStorage(size: size, format: format)
    let (base, stride) = (storage.planes[0].base, storage.planes[0].bytesPerRow)
    for (index, sample) in samples.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: 4 * size.width)
      if format == .rgba8 {
        base.storeBytes(of: byte(sample, format), toByteOffset: row * stride + column, as: UInt8.self)
      } else {
        base.storeBytes(of: sample, toByteOffset: row * stride + 2 * column, as: UInt16.self)
      }
    }
    return Frame(size: size, format: format, color: .srgb, alpha: alpha, storage: storage)
  }
}
