internal import World

/// Two bones with a hinge between them, from a root to an end: inverse kinematics in closed form.
struct Limb {
  var upper: Double
  var lower: Double

  /// Never quite straight: a straight limb snaps.
  var reach: Double { (upper + lower) * 0.999 }

  /// Where the hinge and the end are: the end on the way to what is wanted, as far as the bones reach.
  ///
  /// - Parameter bend: Which way the hinge points; only its part across the limb counts.
  func solved(from root: Vector, to wanted: Vector, bend: Vector) -> (hinge: Vector, end: Vector) {
    let way = wanted - root
    let distance = way.length
    let along = distance > 1e-9 ? way / distance : Vector(0, -1, 0)
    let span = min(max(distance, abs(upper - lower) + 0.05 * (upper + lower)), reach)
    let share = (upper * upper - lower * lower + span * span) / (2 * span)
    let height = max(0, upper * upper - share * share).squareRoot()
    let across = (bend - along * bend.dot(along)).normalized
    return (root + along * share + across * height, root + along * span)
  }
}
