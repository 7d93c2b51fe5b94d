/// Some cubes of colours, to be shown as one colour or divided.
struct ColorRegion {
  private let cubes: [ColorTally.Cube]
  let mean: SIMD3<Double>
  /// Along each axis: the sum of squares of distances from the mean.
  private let spreads: SIMD3<Double>

  init(_ cubes: [ColorTally.Cube]) {
    self.cubes = cubes
    let whole = cubes.reduce(into: ColorTally.Cube()) {
      $0.count += $1.count
      $0.sum += $1.sum
    }
    let mean = whole.count > 0 ? whole.mean : SIMD3()
    self.mean = mean
    spreads = cubes.reduce(into: SIMD3()) { spreads, cube in
      let apart = cube.mean - mean
      spreads += apart * apart * Palette.weights * cube.count
    }
  }

  var spread: Double { spreads.sum() }

  /// Parted at the mean, across the longest axis; nil if there is nothing to part.
  var halves: (ColorRegion, ColorRegion)? {
    let axis = (0..<3).max { spreads[$0] < spreads[$1] } ?? 0
    let low = cubes.filter { $0.mean[axis] <= mean[axis] }
    guard !low.isEmpty, low.count < cubes.count else { return nil }
    return (ColorRegion(low), ColorRegion(cubes.filter { $0.mean[axis] > mean[axis] }))
  }
}
