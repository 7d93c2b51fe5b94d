internal import World

/// The parabolas from one place to another: all are told by how long they take.
struct Ballistics {
  /// From the start to the goal, in metres.
  let way: Vector
  /// In m/s².
  let gravity: Vector

  /// The speed at the start, for a flight of so many seconds.
  func velocity(lasting seconds: Double) -> Vector { way / seconds - gravity * (seconds / 2) }

  /// The flight that asks for the least speed: |v|² = w²/T² − w·g + g²T²/4 is least where T² = 2 w/g.
  var easiest: Double {
    let (distance, pull) = (max(way.length, 0.01), gravity.length)
    return pull > 1e-6 ? (2 * distance / pull).squareRoot() : distance / 8
  }

  /// The flights that begin at a speed, the flat one first; none if it is too slow.
  func durations(at speed: Double) -> [Double] {
    let (distance, pull) = (max(way.dot(way), 1e-4), gravity.dot(gravity) / 4)
    let middle = way.dot(gravity) + speed * speed
    guard pull > 1e-9 else { return [distance.squareRoot() / speed] }
    let rest = middle * middle - 4 * pull * distance
    guard rest >= 0, middle > 0 else { return [] }
    // The smaller root by the product of both, so that little is not the difference of much.
    let high = (middle + rest.squareRoot()) / (2 * pull)
    return [(distance / (pull * high)).squareRoot(), high.squareRoot()]
  }
}
