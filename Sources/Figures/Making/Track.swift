internal import Media

/// Values at times, and a curve through all of them that has no corner: Catmull and Rom's, at rest at both ends.
///
/// It is what an animator calls pose to pose.
struct Track<Value: Linear> {
  /// In order of time.
  private let times: [Double]
  private let values: [Value]
  private let speeds: [Value]

  /// - Precondition: There is at least one key, and each is later than the one before.
  init(_ keys: [(time: Double, value: Value)]) {
    (times, values) = (keys.map(\.time), keys.map(\.value))
    precondition(!keys.isEmpty && zip(times, times.dropFirst()).allSatisfy { $0 < $1 }, "keys go on in time")
    let (times, values) = (times, values)
    speeds = values.indices.map { index in
      guard index > 0, index + 1 < values.count else { return values[index] * 0 }
      return (values[index + 1] + values[index - 1] * -1) * (1 / (times[index + 1] - times[index - 1]))
    }
  }

  func value(at time: Double) -> Value {
    let next = times.partitioningIndex { $0 > time }
    guard next < times.count else { return values[values.count - 1] }
    guard next > 0 else { return values[0] }
    let (last, length) = (next - 1, times[next] - times[next - 1])
    let u = (time - times[last]) / length
    let way = u * u * (3 - 2 * u)
    let bend = speeds[last] * (length * u * (1 - u) * (1 - u)) + speeds[next] * (-length * u * u * (1 - u))
    return values[last].mixed(with: values[next], way) + bend
  }
}
