package import Media

// What is left of a curve when only a stretch of it counts. Inside the stretch every value keeps its bits.
extension Curve {
  /// The same curve on a clock that begins `start` later, without what no instant of `range` depends on.
  ///
  /// - Parameters:
  ///   - range: On the curve's clock.
  ///   - start: Where samples are concerned, a multiple of `step`, or zero.
  package func cut(to range: TimeRange, startingAt start: Time) -> Curve {
    switch self {
    case .constant: self
    case .keyframes(let keys): Curve.cut(keys, to: range, start)
    case .samples(let rate, let first, let values): Curve.cut(values, first, rate, to: range, start)
    }
  }

  /// By multiples of which a clock may be moved without a change of any value's bits; nil if there are none.
  package var step: Time? {
    guard case .samples(let rate, _, _) = self else { return Time(flicks: 1) }
    return rate.isExact ? rate.frameDuration : nil
  }

  private static func cut(_ keys: [Keyframe], to range: TimeRange, _ start: Time) -> Curve {
    let first = max(0, keys.partitioningIndex { $0.time > range.start } - 1)
    let last = min(keys.count - 1, keys.partitioningIndex { $0.time >= range.end })
    var kept = keys[first...max(first, last)].map {
      Keyframe(time: $0.time - start, value: $0.value, easing: $0.easing)
    }
    // Nothing travels to the first.
    kept[0].easing = .linear
    // Between equal values nothing moves, whatever the easing: what is travelled is their difference.
    return kept.allSatisfy { $0.value == kept[0].value } ? .constant(kept[0].value) : .keyframes(kept)
  }

  private static func cut(
    _ values: [Double], _ first: Int64, _ rate: FrameRate, to range: TimeRange, _ start: Time
  ) -> Curve {
    func index(_ frame: Int64) -> Int { Int(min(max(frame - first, 0), Int64(values.count - 1))) }
    let low = index(rate.frame(at: range.start))
    let high = index(rate.frame(at: range.end) + 1)
    let kept = values[low...high]
    guard kept.contains(where: { $0 != kept[low] }) else { return .constant(kept[low]) }
    let moved = first + Int64(low) - rate.frame(at: start)
    return .samples(rate: rate, first: moved, values: Array(kept))
  }
}
