internal import World

/// Things of several bodies: wheels on axles, balls on threads.
extension ThingWord {
  /// A body with lamps, on four wheels; it is 1.6 m wide.
  static func car(_ names: String, _ color: String, length: Double, mass: Double, _ body: [Piece]) -> ThingWord {
    let lamps = [(0.5, 0.5), (0.5, -0.5), (-0.5, 0.5), (-0.5, -0.5)].map { end, side in
      Piece.box(0.06, 0.14, 0.3).at(length * end, 0.68, side).of("neon", end > 0 ? "#fff3bf" : "#c92a2a").seen
    }
    return ThingWord(
      names, of: "metal", color: color, mass: mass, body + lamps,
      bodies: wheels(x: length * 0.31, z: 0.8, radius: 0.32, width: 0.2, mass: 22),
      ties: axles(x: length * 0.31, z: 0.93, y: 0.32))
  }

  /// Four, to both sides and at both ends; they stand out from the body so that nothing rubs.
  static func wheels(x: Double, z: Double, radius: Double, width: Double, mass: Double) -> [Body] {
    corners(x, z + width * 0.65, y: radius).enumerated().map { index, place in
      Body(
        "wheel \(index + 1)", mass: mass,
        [
          .rod(radius, width).at(place.x, place.y, place.z).turned(x: 90).of("rubber", "#1c1c1e"),
          .rod(radius * 0.55, width * 1.04).at(place.x, place.y, place.z).turned(x: 90).of("metal").seen,
          .box(radius * 0.9, radius * 0.16, width * 1.06).at(place.x, place.y, place.z).of("iron").seen,
        ])
    }
  }

  static func axles(x: Double, z: Double, y: Double) -> [Tie] {
    corners(x, z, y: y).enumerated().map { index, place in
      Tie(.hinge(axis: Vector(0, 0, 1)), 0, index + 1, at: place)
    }
  }

  private static let cradleStep = 0.1002

  static var cradleBalls: [Body] {
    (0..<5).map { Body("ball \($0 + 1)", [.ball(0.05).at(Double($0 - 2) * cradleStep, 0.32)]) }
  }

  /// Two threads for each ball, so that it swings in a plane.
  static var cradleThreads: [Tie] {
    (0..<5).flatMap { index in
      let x = Double(index - 2) * cradleStep
      return [0.2, -0.2].map { z in
        Tie(.rope(thickness: 0.003), 0, index + 1, at: Vector(x, 0.83, z), to: Vector(x, 0.37, 0))
      }
    }
  }

  /// The net of a basketball hoop, which is only seen.
  static var net: [Piece] {
    (0..<12).map { index in
      let turn = 30 * Double(index)
      let place = Rotation(degrees: Vector(0, turn, 0))(Vector(0, 0, 0.19))
      return Piece.rod(0.005, 0.42).at(place.x, 2.84, 0.26 + place.z).turned(x: 13, y: turn).of("fabric", "#f8f9fa")
        .seen
    }
  }
}
