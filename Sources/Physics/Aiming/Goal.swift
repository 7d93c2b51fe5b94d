internal import World

/// What a throw is aimed at, as it stands when the thing leaves the hand.
struct Goal {
  /// The things' or figure's movers; none of a place.
  var movers: [Int]
  var center: Vector
  /// How far it reaches from there.
  var extent: Double
  var hoop: Hoop?

  struct Hoop {
    var axis: Vector
    /// Of the opening.
    var radius: Double
  }

  init(at place: Vector) { (movers, center, extent) = ([], place, 0) }

  /// - Returns: nil if nothing of that name is there.
  init?(named name: String, in movers: [Mover]) {
    self.movers = movers.indices.filter { movers[$0].name == name && movers[$0].isThere }
    guard !self.movers.isEmpty else { return nil }
    let centers = self.movers.map { movers[$0].center }
    center = centers.reduce(.zero, +) / Double(centers.count)
    extent = 0
    for index in self.movers {
      extent = max(extent, (movers[index].center - center).length + movers[index].extent)
      aimAtHoop(of: movers[index])
    }
  }

  private mutating func aimAtHoop(of mover: Mover) {
    for part in mover.parts {
      guard case .ring(let radius, let tube) = part.solid else { continue }
      let pose = mover.pose * part.pose
      let axis = pose.rotation(.up)
      // What stands on its edge is a tyre or a wheel.
      guard abs(axis.y) > 0.5 else { continue }
      (center, hoop) = (pose.position, Hoop(axis: axis, radius: radius - tube))
    }
  }
}
