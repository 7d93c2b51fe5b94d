extension Double {
  /// The number inside a range that is nearest; for what is no number, 0, or the range's lower end where 0 is not in it.
  func held(to range: ClosedRange<Double>) -> Double {
    guard !isNaN else { return range.contains(0) ? 0 : range.lowerBound }
    return min(max(self, range.lowerBound), range.upperBound)
  }
}
