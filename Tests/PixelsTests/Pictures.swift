import Chance
import Media

@testable import Pixels

/// Pictures made of formulas, and looks into pictures.
extension Frame {
  /// Fills plane after plane: `code(plane, column, row)`.
  static func made(
    _ size: Size, _ format: PixelFormat = .yuv420p8, _ color: ColorDescription = .hd, alpha: Alpha = .opaque,
    code: (_ plane: Int, _ x: Int, _ y: Int) -> Int
  ) -> Frame {
    let storage = FrameStorage(size: size, format: format)
    for (index, plane) in storage.planes.enumerated() {
      let extent = format.extent(ofPlane: index, size: size)
      for y in 0..<extent.rows {
        let row = plane.base + y * plane.bytesPerRow
        if format.bits > 8 {
          for x in 0..<extent.bytesPerRow / 2 {
            row.storeBytes(of: UInt16(code(index, x, y)), toByteOffset: 2 * x, as: UInt16.self)
          }
        } else {
          for x in 0..<extent.bytesPerRow {
            row.storeBytes(of: UInt8(code(index, x, y)), toByteOffset: x, as: UInt8.self)
          }
        }
      }
    }
    return Frame(size: size, format: format, color: color, alpha: alpha, storage: storage)
  }

  static func noise(
    _ size: Size, _ format: PixelFormat = .yuv420p8, _ color: ColorDescription = .hd, alpha: Alpha = .opaque,
    with random: inout SplitMix
  ) -> Frame {
    made(size, format, color, alpha: alpha) { _, _, _ in random.edgy(0...(1 << format.bits) - 1) }
  }

  /// Writes luma that repeats after two columns and rows, without the time that single pixels take.
  func setLuma(_ code: (_ x: Int, _ y: Int) -> Int) {
    for y in 0..<size.height {
      let row = (0..<2).map { UInt8(code($0, y)) }
      let line = (0..<size.width / 2).flatMap { _ in row }
      (storage.planes[0].base + y * storage.planes[0].bytesPerRow).copyMemory(from: line, byteCount: line.count)
    }
  }

  /// A plane as it lies in memory.
  func bytes(_ plane: Int) -> [UInt8] { withPlane(plane) { bytes, _ in Array(bytes) } }

  /// The codes of a plane, row after row.
  func codes(_ plane: Int) -> [Int] {
    let extent = format.extent(ofPlane: plane, size: size)
    return withPlane(plane) { bytes, bytesPerRow in
      (0..<extent.rows).flatMap { y in
        stride(from: 0, to: extent.bytesPerRow, by: format.bits > 8 ? 2 : 1).map { x in
          format.bits > 8
            ? Int(bytes.loadUnaligned(fromByteOffset: y * bytesPerRow + x, as: UInt16.self))
            : Int(bytes[y * bytesPerRow + x])
        }
      }
    }
  }

  var allCodes: [[Int]] { (0..<format.planeCount).map { codes($0) } }
}

extension Band {
  /// Red, green, blue, alpha of a pixel: premultiplied, one is 1.
  func pixel(_ x: Int, _ y: Int) -> [Double] {
    let row = row(y, from: x)
    let alpha = Double(row.alpha[0]) / 16_384
    return (0..<3).map { Double(row[$0][0]) / 16_384 + alpha / 2 } + [alpha]
  }

  /// The stored numbers, row after row, channel after channel.
  var numbers: [Int16] {
    area.rows.flatMap { y in
      let row = row(y, from: area.columns.lowerBound)
      return (0..<4).flatMap { channel in (0..<area.width).map { row[channel][$0] } }
    }
  }

  /// The band as a picture of its own size at the origin.
  func stored(_ format: PixelFormat = .yuv420p8, keepsAlpha: Bool = false) -> Frame {
    let size = Size(width: area.columns.upperBound, height: area.rows.upperBound)
    let picture = OutputPicture(from: FramePool(size: size, format: format), keepsAlpha: keepsAlpha)
    store(into: picture)
    return picture.finished()
  }
}

extension Area {
  init(_ width: Int, _ height: Int) { self.init(Size(width: width, height: height)) }
}

func largestDifference(_ a: [Int], _ b: [Int]) -> Int {
  zip(a, b).map { abs($0 - $1) }.max() ?? 0
}
