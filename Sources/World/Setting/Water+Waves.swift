internal import Media

extension Water {
  /// How high the surface is above its level at a place (x, z), in metres: three trains of waves that cross.
  ///
  /// - Parameter time: In seconds from the scene's beginning, up to 10⁴. The surface of rings and splashes is not in it.
  package func wave(at place: SIMD2<Double>, time: Double) -> Double {
    guard waves.x > 0, waves.y > 0 else { return 0 }
    let count = 2 * Double.pi / waves.y
    return Water.trains.reduce(0) { sum, train in
      let k = count * train.stretch
      // Deep water: ω² = g k.
      let phase = k * (place.x * train.way.x + place.y * train.way.y) - (9.81 * k).squareRoot() * time
      return sum + train.share * Elementary.sin(phase.remainder(dividingBy: 2 * .pi))
    } * (waves.x / 2)
  }

  /// Whether there is water over or under a place (x, z).
  package func covers(_ place: SIMD2<Double>) -> Bool {
    guard let halfSize else { return true }
    let away = place - center
    return abs(away.x) <= halfSize.x && abs(away.y) <= halfSize.y
  }

  private static let trains: [(way: SIMD2<Double>, stretch: Double, share: Double)] = [
    (SIMD2(0.8, 0.6), 1, 0.6), (SIMD2(-0.28, 0.96), 1.618, 0.25), (SIMD2(0.96, -0.28), 2.618, 0.15),
  ]
}
