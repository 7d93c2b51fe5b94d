internal import World

/// All that decides a pose: what the acts of a figure add up to at a time.
struct Stance {
  /// The place on the ground between the feet, and where it looks.
  var ground: Vector
  var heading: Double
  /// Of the body above its place, in metres: what a leap or a flight gives.
  var rise = 0.0
  var posture = Posture()
  /// How much both hands hold what lies at `posture.clasp`, 0 ... 1, and the half of its width.
  var clasping = 0.0
  var claspRadius = 0.0
  /// Where hands are to be, and how much.
  var grasps: [(place: Vector, palm: Double, weight: Double, side: Side)] = []
  var feet: [Foot]
  var face = Expression()
  /// Wings: 0 folded, 1 spread; and their beat in radians. A tail's wag in radians.
  var wings = (spread: 0.0, beat: 0.0)
  var wag = 0.0
}

struct Expression {
  /// To the left and down, in radians.
  var gaze = SIMD2<Double>(0, 0)
  /// 0 open, 1 closed.
  var lids = 0.0
  var brows = 0.0
  var lips = Lips()
}

/// How a mouth is held.
package struct Lips: Hashable, Sendable {
  /// 0 closed, 1 wide open.
  package var openness: Double
  /// 0 as in “oo”, 1 as in “ee”.
  package var width: Double

  package init(openness: Double = 0, width: Double = 0.5) {
    self.openness = openness
    self.width = width
  }
}
