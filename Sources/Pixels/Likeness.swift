package import Media

/// How alike two pictures are.
package struct Likeness: Hashable, Sendable {
  /// SSIM of their luma: 1 for the same, from 0.98 hard to tell apart, below 0.9 plainly another picture.
  package let similarity: Double
  /// The greatest difference of a channel, of 255.
  package let greatest: Int
  /// The share of pixels that differ at all.
  package let share: Double

  package var isSame: Bool { greatest == 0 }

  /// - Precondition: both are `.rgba8` and of one size, at least 8 pixels a side.
  package init(_ a: Frame, _ b: Frame) {
    precondition(a.size == b.size && a.format == .rgba8 && b.format == .rgba8, "pictures of one kind are compared")
    var (greatest, count) = (0, 0)
    var sums = LumaSums(size: a.size)
    a.withPlane(0) { first, firstStride in
      b.withPlane(0) { second, secondStride in
        for y in 0..<a.size.height {
          for x in 0..<a.size.width {
            let p = first.loadUnaligned(fromByteOffset: y * firstStride + 4 * x, as: UInt32.self)
            let q = second.loadUnaligned(fromByteOffset: y * secondStride + 4 * x, as: UInt32.self)
            sums.add(p.luma, q.luma, x, y)
            guard p != q else { continue }
            greatest = max(greatest, p.greatestDifference(from: q))
            count += 1
          }
        }
      }
    }
    (self.greatest, share) = (greatest, Double(count) / Double(a.size.area))
    similarity = count == 0 ? 1 : sums.similarity
  }
}

/// A pixel of R, G, B and A bytes, red in the lowest.
extension UInt32 {
  /// BT.709, to nearest.
  fileprivate var luma: Int {
    (13_933 * Int(self & 255) + 46_871 * Int(self >> 8 & 255) + 4_732 * Int(self >> 16 & 255) + 32_768) >> 16
  }

  fileprivate func greatestDifference(from other: UInt32) -> Int {
    stride(from: UInt32(0), to: 32, by: 8).reduce(0) { most, shift in
      Swift.max(most, abs(Int(self >> shift & 255) - Int(other >> shift & 255)))
    }
  }
}
