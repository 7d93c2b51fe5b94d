import Foundation
import Media

@testable import Codec

/// A movie whose every picture carries its own number, so that a decoder can be asked which one it shows.
struct TestMovie {
  static let size = Size(width: 128, height: 96)

  var rate = FrameRate(30)!
  var preset = "veryfast"
  /// Frames in each segment.
  var lengths = [20, 7, 33]
  var order: [Int]?
  var sound: EncodedSound?
  var boxes: [MovieBox] = []

  var frameCount: Int { lengths.reduce(0, +) }

  func encoding() throws -> VideoEncoding {
    try VideoEncoding(size: Self.size, frameRate: rate, preset: preset)
  }

  func segment(_ index: Int) throws -> EncodedSegment {
    let encoder = try SegmentEncoder(encoding())
    let first = lengths[..<index].reduce(0, +)
    for number in first..<(first + lengths[index]) { try encoder.write(Self.picture(number)) }
    return try encoder.finish()
  }

  func spool() throws -> PacketSpool {
    let spool = try PacketSpool(in: NSTemporaryDirectory())
    for index in order ?? Array(lengths.indices) { try spool.append(segment(index), at: [index]) }
    return spool
  }

  func write(to path: String) throws {
    let file = try AtomicFile(path)
    try Movie(encoding(), segments: spool(), sound: sound, boxes: boxes).write(into: file)
    try file.commit()
  }

  /// Sixteen squares, light for a one and dark for a zero, lowest bit first, over a pattern that moves.
  ///
  /// - Parameter release: Runs when nobody needs the picture any more.
  static func picture(_ number: Int, release: @escaping @Sendable () -> Void = {}) -> Frame {
    let memory = FrameStorage(size: size, format: .yuv420p8)
    let storage = FrameStorage(planes: memory.planes) { withExtendedLifetime(memory, release) }
    for (index, plane) in storage.planes.enumerated() {
      let extent = PixelFormat.yuv420p8.extent(ofPlane: index, size: size)
      for y in 0..<extent.rows {
        for x in 0..<extent.bytesPerRow {
          let value: Int
          if index > 0 {
            value = 128
          } else if y < 32 {
            value = number >> (x / 16 + y / 16 * 8) & 1 == 1 ? 200 : 40
          } else {
            value = 60 + (x * 3 + y * y / 5 + number * 5) % 120
          }
          plane.base.storeBytes(of: UInt8(value), toByteOffset: y * plane.bytesPerRow + x, as: UInt8.self)
        }
      }
    }
    return Frame(size: size, format: .yuv420p8, color: .hd, alpha: .opaque, storage: storage)
  }

  /// The samples of a picture, plane after plane without padding.
  static func bytes(of frame: Frame) -> Data {
    (0..<3).reduce(into: Data()) { data, plane in
      let extent = frame.format.extent(ofPlane: plane, size: frame.size)
      frame.withPlane(plane) { bytes, stride in
        for row in 0..<extent.rows { data += bytes[(row * stride)..<(row * stride + extent.bytesPerRow)] }
      }
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
