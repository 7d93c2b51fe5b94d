import Chance

extension SplitMix {
  /// Numbers of a range, its ends far more often than chance has them.
  mutating func edgy<T: FixedWidthInteger>(_ range: ClosedRange<T>) -> T {
    switch UInt8.random(in: 0..<8, using: &self) {
    case 0: range.lowerBound
    case 1: range.upperBound
    default: T.random(in: range, using: &self)
    }
  }

  mutating func row<T: FixedWidthInteger>(_ count: Int, _ range: ClosedRange<T>) -> [T] {
    (0..<count).map { _ in edgy(range) }
  }
}
