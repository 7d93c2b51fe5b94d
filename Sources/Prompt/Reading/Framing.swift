internal import Media
internal import World

/// Views from which a box just fills the picture, taken as 16:9.
struct Framing {
  private let word: ShotWord
  private let bounds: Bounds
  private let angle: Double
  /// What stays free about what is shown.
  private static let margin = 1.12
  private static let aspect = 16.0 / 9

  init(_ word: ShotWord, about bounds: Bounds, angle: Double) {
    (self.word, self.bounds, self.angle) = (word, bounds, angle)
  }

  var views: (from: Shot.View, to: Shot.View) {
    let center = bounds.center
    let reach = distance(side: word.side, height: word.height) * word.reach
    let from = view(side: word.side, height: word.height, distance: reach)
    var to = view(side: word.side + word.turn, height: word.height + word.rise, distance: reach * word.approach)
    var start = from
    if word.pan != 0 {
      let half = right(word.side) * (reach * word.pan / 2)
      (start.target, to.target) = (center - half, center + half)
    }
    return (start, to)
  }

  private func view(side: Double, height: Double, distance: Double) -> Shot.View {
    var eye = bounds.center + direction(side, height) * distance
    eye.y = max(eye.y, bounds.low.y + min(0.12, distance / 4))
    return Shot.View(eye: eye, target: bounds.center)
  }

  /// From the middle to the camera.
  private func direction(_ side: Double, _ height: Double) -> Vector {
    let (a, h) = (side * .pi / 180, height * .pi / 180)
    return Vector(Elementary.sin(a) * Elementary.cos(h), Elementary.sin(h), Elementary.cos(a) * Elementary.cos(h))
  }

  private func right(_ side: Double) -> Vector {
    let a = side * .pi / 180
    return Vector(Elementary.cos(a), 0, -Elementary.sin(a))
  }

  /// The least distance at which every corner of the box is in the picture.
  private func distance(side: Double, height: Double) -> Double {
    let (back, right) = (direction(side, height), right(side))
    let up = back.cross(right)
    let tangent = Elementary.sin(angle / 2) / Elementary.cos(angle / 2)
    let half = bounds.size / 2
    var distance = 0.2
    for corner in 0..<8 {
      let sign = Vector(corner & 1 == 0 ? -1 : 1, corner & 2 == 0 ? -1 : 1, corner & 4 == 0 ? -1 : 1)
      let place = half * sign * Self.margin
      let needed = max(abs(place.dot(right)) / (tangent * Self.aspect), abs(place.dot(up)) / tangent)
      distance = max(distance, needed + place.dot(back))
    }
    return distance
  }
}
