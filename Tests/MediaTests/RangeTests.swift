import Claims
import Media
import Testing

private func time(_ flicks: Int) -> Time { Time(flicks: Int64(flicks)) }

extension Draws {
  fileprivate mutating func range() -> TimeRange {
    let start = int(-20...20)
    return TimeRange(time(start), time(start + int(0...20)))
  }

  fileprivate mutating func area() -> Area {
    let (x, y) = (int(-9...9), int(-9...9))
    return Area(columns: x..<x + int(0...9), rows: y..<y + int(0...9))
  }
}

/// The whole flicks in a range: what set arithmetic says of ranges is the oracle.
private func members(_ range: TimeRange) -> Set<Int> {
  Set((-60...60).filter { range.contains(time($0)) })
}

@Test func rangesOfTimeAreSetsOfInstants() throws {
  try always(runs: 3000) {
    ($0.range(), $0.range(), $0.int(-9...9))
  } holds: { a, b, offset in
    let shared = members(a).intersection(members(b))
    return (a.intersection(b).map(members) ?? []) == shared && a.overlaps(b) == !shared.isEmpty
      && members(a).union(members(b)).isSubset(of: members(a.union(b)))
      && members(a.shifted(by: time(offset))) == Set(members(a).map { $0 + offset })
      && a.duration == time(members(a).count)
  }
}

private func members(_ area: Area) -> Set<[Int]> {
  Set(area.rows.flatMap { y in area.columns.map { [$0, y] } })
}

@Test func areasAreSetsOfPixels() throws {
  try always(runs: 3000) {
    ($0.area(), $0.area())
  } holds: { a, b in
    let isInside = members(b).isSubset(of: members(a))
    return members(a.intersection(b)) == members(a).intersection(members(b))
      && members(a).union(members(b)).isSubset(of: members(a.union(b)))
      && a.contains(b) == isInside && a.isEmpty == members(a).isEmpty
      && members(a).isSubset(of: members(a.grownToEven))
      && [a.grownToEven.columns, a.grownToEven.rows].allSatisfy { ($0.lowerBound | $0.upperBound) & 1 == 0 }
  }
}

@Test(arguments: [
  // EXIF 2.32, tag 0x0112: where row 0 and column 0 of the stored picture are.
  (Orientation.up, 640, 480), (.upMirrored, 640, 480), (.down, 640, 480), (.downMirrored, 640, 480),
  (.leftMirrored, 480, 640), (.right, 480, 640), (.rightMirrored, 480, 640), (.left, 480, 640),
])
func quarterTurnsSwapTheSides(orientation: Orientation, width: Int, height: Int) {
  #expect(orientation.upright(Size(width: 640, height: 480)) == Size(width: width, height: height))
}

@Test(arguments: [
  (Size(width: 5, height: 3), 3, 2), (Size(width: 4, height: 2), 2, 1), (Size(width: 1, height: 1), 1, 1),
])
func chromaOfOddSizesIsRoundedUp(size: Size, width: Int, height: Int) {
  #expect(PixelFormat.yuv420p8.extent(ofPlane: 1, size: size) == (width, height))
  #expect(PixelFormat.yuv(.s420, bits: 10, alpha: true).extent(ofPlane: 2, size: size) == (2 * width, height))
  #expect(PixelFormat.yuv(.s422, bits: 8, alpha: false).extent(ofPlane: 2, size: size) == (width, size.height))
  #expect(PixelFormat.yuv(.s444, bits: 8, alpha: true).extent(ofPlane: 3, size: size) == (size.width, size.height))
}
