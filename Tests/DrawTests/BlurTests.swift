import Foundation
import Testing

@testable import Draw

@Suite struct BlurTests {
  /// Blurs one white pixel in the middle of a black plane.
  private func spread(sigma: Double, side: Int) -> [UInt8] {
    var plane = [UInt8](repeating: 0, count: side * side)
    // A white column makes every row the same one-dimensional answer.
    for y in 0..<side { plane[y * side + side / 2] = 255 }
    plane.withUnsafeMutableBufferPointer {
      GaussianBlur(sigma: sigma).apply(to: $0, width: side, height: side, bytesPerRow: side)
    }
    return Array(plane[(side / 2 * side)..<(side / 2 * side + side)])
  }

  /// The formula of the normal distribution at whole numbers.
  @Test(arguments: [0.6, 1, 2.3, 5, 9.7])
  func aLineBecomesABellCurve(sigma: Double) {
    let side = 101
    let row = spread(sigma: sigma, side: side)
    let curve = (0..<side).map { exp(-pow(Double($0 - side / 2), 2) / (2 * sigma * sigma)) }
    let total = curve.reduce(0, +)
    for x in 0..<side {
      // Three boxes stay within a fifteenth of the peak.
      #expect(abs(Double(row[x]) - 255 * curve[x] / total) < 255 / total / 15 + 1, "at \(x - side / 2)")
    }
  }

  @Test func aBlurOfNothingChangesNothing() {
    let row = spread(sigma: 0, side: 9)
    #expect(row == [0, 0, 0, 0, 255, 0, 0, 0, 0])
  }

  @Test func theInsideOfALargeAreaStaysFull() {
    var plane = [UInt8](repeating: 255, count: 120 * 90)
    plane.withUnsafeMutableBufferPointer {
      GaussianBlur(sigma: 5).apply(to: $0, width: 120, height: 90, bytesPerRow: 120)
    }
    #expect(plane[45 * 120 + 60] == 255)
  }

  /// A blur far wider than the picture, and pictures of one row or column.
  @Test func anySizeOfPictureCanBeBlurred() {
    for (width, height) in [(1, 1), (1, 40), (40, 1), (7, 3)] {
      for sigma in [0.1, 0.5, 3, 1000, 16_384] {
        var plane = [UInt8](repeating: 255, count: width * height)
        plane.withUnsafeMutableBufferPointer {
          GaussianBlur(sigma: sigma).apply(to: $0, width: width, height: height, bytesPerRow: width)
        }
        #expect(plane.max() ?? 0 <= 255)
      }
    }
  }

  /// Both directions are the same: a picture and its mirror image across the diagonal blur alike.
  @Test func rowsAndColumnsAreBlurredAlike() {
    let (width, height) = (37, 23)
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    var plane = (0..<(width * height)).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    var mirrored = (0..<(width * height)).map { plane[($0 % height) * width + $0 / height] }
    let blur = GaussianBlur(sigma: 2.7)
    plane.withUnsafeMutableBufferPointer { blur.apply(to: $0, width: width, height: height, bytesPerRow: width) }
    mirrored.withUnsafeMutableBufferPointer { blur.apply(to: $0, width: height, height: width, bytesPerRow: height) }
    for (index, value) in mirrored.enumerated() {
      // The order of the directions may change the last rounding.
      #expect(abs(Int(value) - Int(plane[(index % height) * width + index / height])) <= 1, "seed \(seed)")
    }
  }
}
