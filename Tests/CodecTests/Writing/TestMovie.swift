import Foundation
import Media

@testable import Codec

/// A movie whose every picture carries its own number, so that a decoder can be asked which one it shows.
struct TestMovie {
  static let size = Size(width: 128, height: 96)

  var codec = VideoCodec.h264
  var container = MovieContainer.mp4
  var rate = FrameRate(30)!
  var preset: String? = "veryfast"
  var hasAlpha = false
  /// Frames in each segment.
  var lengths = [20, 7, 33]
  var order: [Int]?
  var sound: EncodedSound?
  var boxes: [MovieBox] = []

  var frameCount: Int { lengths.reduce(0, +) }

  func encoding() throws -> VideoEncoding {
    try VideoEncoding(codec, size: Self.size, frameRate: rate, preset: preset, hasAlpha: hasAlpha)
  }

  func segment(_ index: Int) throws -> EncodedSegment {
    let encoding = try encoding()
    let encoder = try encoding.segmentEncoder()
    let first = lengths[..<index].reduce(0, +)
    for number in first..<(first + lengths[index]) { try encoder.write(Self.picture(number, encoding.format)) }
    return try encoder.finish { false }!
  }

  func spool() throws -> PacketSpool {
    let spool = try PacketSpool(in: NSTemporaryDirectory())
    for index in order ?? Array(lengths.indices) { try spool.append(segment(index), at: [index]) }
    return spool
  }

  func write(to path: String) throws {
    let file = try AtomicFile(path)
    try Movie(encoding(), in: container, segments: spool(), sound: sound, boxes: boxes).write(into: file)
    try file.commit()
  }

  /// Sixteen squares, light for a one and dark for a zero, lowest bit first, over a pattern that moves.
  ///
  /// - Parameter release: Runs when nobody needs the picture any more.
  static func picture(
    _ number: Int, _ format: PixelFormat = .yuv420p8, release: @escaping @Sendable () -> Void = {}
  ) -> Frame {
    guard case .yuv(_, let bits, let hasAlpha) = format else { preconditionFailure("a movie has YUV") }
    let memory = FrameStorage(size: size, format: format)
    let storage = FrameStorage(planes: memory.planes) { withExtendedLifetime(memory, release) }
    for (index, plane) in storage.planes.enumerated() {
      let extent = format.extent(ofPlane: index, size: size)
      let width = bits > 8 ? 2 : 1
      for y in 0..<extent.rows {
        for x in 0..<extent.bytesPerRow / width {
          let value: Int
          if index == 3 {
            value = transparency(x, y, number)
          } else if index > 0 {
            value = 128
          } else if y < 32 {
            value = number >> (x / 16 + y / 16 * 8) & 1 == 1 ? 200 : 40
          } else {
            value = 60 + (x * 3 + y * y / 5 + number * 5) % 120
          }
          let place = plane.base + y * plane.bytesPerRow + x * width
          if bits > 8 {
            place.storeBytes(of: UInt16(value) << UInt16(bits - 8), as: UInt16.self)
          } else {
            place.storeBytes(of: UInt8(value), as: UInt8.self)
          }
        }
      }
    }
    return Frame(size: size, format: format, color: .hd, alpha: hasAlpha ? .straight : .opaque, storage: storage)
  }

  /// Alpha, of 255.
  static func transparency(_ x: Int, _ y: Int, _ number: Int) -> Int { (x + y + 3 * number) % 256 }

  /// The samples of a picture, plane after plane without padding.
  static func bytes(of frame: Frame) -> Data {
    (0..<3).reduce(into: Data()) { data, plane in
      let extent = frame.format.extent(ofPlane: plane, size: frame.size)
      frame.withPlane(plane) { bytes, stride in
        for row in 0..<extent.rows { data += bytes[(row * stride)..<(row * stride + extent.bytesPerRow)] }
      }
    }
  }

  /// The numbers of all pictures of a movie, as ffmpeg decodes them; nil if it complains.
  static func numbers(shownIn path: String) throws -> [Int]? {
    let answer = try Oracle.run(
      "ffmpeg", "-v", "warning", "-i", path, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", "-")
    guard answer.errors.isEmpty else { return nil }
    return stride(from: 0, to: answer.output.count, by: size.area).map {
      number(inLuma: answer.output[$0..<($0 + size.area)])
    }
  }

  /// The number that a decoded picture carries.
  static func number(inLuma luma: Data) -> Int {
    (0..<16).reduce(0) { sum, bit in
      let place = (bit / 8 * 16 + 8) * size.width + bit % 8 * 16 + 8
      return sum | (luma[luma.startIndex + place] > 120 ? 1 << bit : 0)
    }
  }
}
