/// The colours that some pictures are shown in: all that they have, or the best for so many.
struct Palette {
  let colors: [SIMD3<Double>]
  /// Whether every colour of the pictures is one of these.
  let isExact: Bool

  /// One number is left for what is transparent.
  static let mostColors = 255
  /// How the eye tells colours apart, roughly: green from green better than blue from blue.
  static let weights = SIMD3<Double>(2, 4, 3)
  private static let refinements = 3

  init(_ tally: ColorTally) {
    if let colors = tally.colors {
      isExact = true
      self.colors = colors.sorted().map {
        let (red, green, blue) = $0.channels
        return SIMD3(Double(red), Double(green), Double(blue))
      }
    } else {
      isExact = false
      let cubes = tally.cubes
      let start = Palette.divided(cubes)
      colors = (0..<Palette.refinements).reduce(start) { colors, _ in Palette.refined(colors, cubes) }
        .map { $0.rounded(.toNearestOrEven) }
    }
  }

  /// How far a colour's nearest neighbour is away, on average: as much has to be dithered.
  var spacing: Double {
    let distances = colors.indices.map { index in
      colors.indices.reduce(Double.infinity) { least, other in
        let apart = colors[index] - colors[other]
        return other == index ? least : min(least, (apart * apart).sum())
      }
    }
    return distances.reduce(0) { $0 + ($1.isFinite ? $1.squareRoot() : 0) } / Double(max(1, colors.count))
  }

  func nearest(to color: SIMD3<Double>) -> Int { Palette.nearest(colors, to: color) }

  private static func nearest(_ colors: [SIMD3<Double>], to color: SIMD3<Double>) -> Int {
    var (best, least) = (0, Double.infinity)
    for index in colors.indices {
      let apart = colors[index] - color
      let distance = (apart * apart * weights).sum()
      if distance < least { (best, least) = (index, distance) }
    }
    return best
  }

  /// Cuts the cubes in two, and again the part that is most spread, until there are enough.
  private static func divided(_ cubes: [ColorTally.Cube]) -> [SIMD3<Double>] {
    var parts = [ColorRegion(cubes)]
    while parts.count < mostColors {
      let widest = parts.indices.max { parts[$0].spread < parts[$1].spread }
      guard let widest, let (low, high) = parts[widest].halves else { break }
      parts[widest] = low
      parts.append(high)
    }
    return parts.map(\.mean)
  }

  /// Moves each colour to the middle of those that are nearest to it (Lloyd's algorithm).
  private static func refined(_ colors: [SIMD3<Double>], _ cubes: [ColorTally.Cube]) -> [SIMD3<Double>] {
    var sums = [ColorTally.Cube](repeating: .init(), count: colors.count)
    for cube in cubes {
      let index = nearest(colors, to: cube.mean)
      sums[index].count += cube.count
      sums[index].sum += cube.sum
    }
    return colors.indices.map { sums[$0].count > 0 ? sums[$0].mean : colors[$0] }
  }
}
