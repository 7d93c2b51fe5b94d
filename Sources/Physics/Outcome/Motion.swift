package import Media
package import World

/// What became of a scene: where everything was at every time, and what met.
///
/// Kept 240 times a second, so that the frames of 24, 30, 48, 60 and 120 a second are kept times themselves.
package struct Motion: Sendable {
  package let stage: Stage
  /// In order of time.
  package let contacts: [Contact]
  /// Throws and kicks whose outcome could not be had, and what came nearest.
  package let unreached: [Unreached]
  package let duration: Time

  let records: [Record]
  /// By prop of things and figures: whose it is, and where on it.
  let places: [Place]
  let cords: [Cord]
  let spray: Spray

  package static let recordsPerSecond: Int64 = 240

  struct Place: Sendable {
    var mover: Int
    var pose: Pose
  }

  /// Where everything is at a time; before 0 and after the end, as it was there.
  ///
  /// Each number is finite, and no zero is negative: equal instants have equal bits.
  package func instant(at time: Time) -> Instant {
    let time = min(max(time, .zero), duration)
    let record = record(at: time)
    let poses = places.map { place in record.movers[place.mover].map { $0 * place.pose } }
    let cordPoses = zip(cords, record.cords).flatMap { $0.poses(between: $1) }
    let seconds = time.seconds
    return Instant(
      poses: poses + cordPoses, skins: record.skins, drops: spray.drops(at: seconds),
      ripples: spray.ripples(at: seconds)
    ).canonical
  }

  /// Between two kept times, as if all went straight on.
  private func record(at time: Time) -> Record {
    let first = min(Int(time.ticks(rate: Motion.recordsPerSecond)), records.count - 1)
    let rest = time - Time(ticks: Int64(first), rate: Motion.recordsPerSecond)
    guard rest > .zero, first + 1 < records.count else { return records[first] }
    return records[first].mixed(with: records[first + 1], rest.seconds * Double(Motion.recordsPerSecond))
  }
}

/// A throw or a kick that did not come out as it was asked for.
package struct Unreached: Hashable, Sendable {
  package var time: Time
  package var thing: String
  package var aim: Aim
  /// What came nearest to it: `it passes 0.4 m from the target`.
  package var nearest: String
}
