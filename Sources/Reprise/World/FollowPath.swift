import Media
import Physics
import World

/// Where that is which shots follow, as a camera sees it that is a little slow: the mean of the last four tenths of a second.
struct FollowPath: Sendable {
  private let shots: [Shot]
  /// By name: sums of places up to each step, so that a mean is a difference.
  private let sums: [String: [Vector]]
  private static let rate: Int64 = 120
  private static let window = 48

  init(_ scene: World.Scene, _ motion: Motion) {
    shots = scene.shots
    let names = Set(scene.shots.compactMap(\.follow)).sorted()
    let count = names.isEmpty ? 0 : Int(motion.duration.ticks(rate: Self.rate)) + 1
    var sums = Dictionary(uniqueKeysWithValues: names.map { ($0, [Vector.zero]) })
    let props = names.map { name in motion.stage.props.indices.filter { motion.stage.props[$0].owner == name } }
    var last = names.map { _ in Vector.zero }
    for step in 0..<count {
      let instant = motion.instant(at: Time(ticks: Int64(step), rate: Self.rate))
      for (index, name) in names.enumerated() {
        last[index] = instant.middle(of: props[index]) ?? last[index]
        let sum = (sums[name]?.last ?? .zero) + last[index]
        sums[name]?.append(sum)
      }
    }
    self.sums = sums
  }

  func place(at time: Time) -> Vector? {
    let shot = shots.last { $0.start <= time } ?? shots.first
    guard let sums = shot?.follow.flatMap({ sums[$0] }), sums.count > 1 else { return nil }
    let end = min(max(Int(time.ticks(rate: Self.rate)), 0), sums.count - 2) + 1
    // A shot begins with where things are, not where they were in another.
    let first = Int((shot?.start ?? .zero).ticks(rate: Self.rate))
    let begin = min(max(end - Self.window, first, 0), end - 1)
    return (sums[end] - sums[begin]) / Double(end - begin)
  }
}

extension Instant {
  fileprivate func middle(of props: [Int]) -> Vector? {
    let places = props.compactMap { poses[$0]?.position }
    return places.isEmpty ? nil : places.reduce(.zero, +) / Double(places.count)
  }
}
