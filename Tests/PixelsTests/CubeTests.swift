import Chance
import Media
import Testing

@testable import Pixels

/// Tables of colours, against a plain evaluator in double precision.
@Suite struct CubeTests {
  private let canvas = Area(columns: 0..<64, rows: 0..<16)

  private func drawn(_ cel: Cel) -> Band {
    let band = Band(area: canvas)
    Painter(cel, clip: canvas).paint(over: band)
    return band
  }

  /// Linear inside the tetrahedron of lattice corners that holds the colour.
  private func looked(up color: [Double], in cube: ColorCube) -> [Double] {
    let last = Double(cube.size - 1)
    let places = (0..<3).map { i in
      min(max((color[i] - Double(cube.low[i])) / Double(cube.high[i] - cube.low[i]) * last, 0), last)
    }
    let cell = places.map { min(Int($0), cube.size - 2) }
    let parts = zip(places, cell).map { $0 - Double($1) }
    var corner = cell
    func value(_ at: [Int]) -> [Double] {
      let found = cube.corners[(at[2] * cube.size + at[1]) * cube.size + at[0]]
      return (0..<3).map { Double(found[$0]) }
    }
    var result = value(corner)
    for axis in (0..<3).sorted(by: { parts[$0] > parts[$1] }) {
      let before = value(corner)
      corner[axis] += 1
      let after = value(corner)
      for i in 0..<3 { result[i] += (after[i] - before[i]) * parts[axis] }
    }
    return result.map { min(max($0, 0), 1) }
  }

  @Test(arguments: [2, 3, 17, 33])
  func coloursAreInterpolatedInTetrahedra(size: Int) {
    var random = SplitMix()
    let corners = (0..<size * size * size).map { _ in
      SIMD4<Float>((0..<3).map { _ in Float.random(in: -0.2...1.2, using: &random) } + [0])
    }
    let cube = ColorCube(size: size, corners: corners, low: [-0.1, 0, 0.1], high: [1, 1.2, 0.9])
    let alpha: Frame.Alpha = size == 3 ? .straight : .opaque
    let frame = Frame.noise(Size(width: 64, height: 16), .rgba8, .srgb, alpha: alpha, with: &random)
    for amount in [1, 0.3] {
      let (before, after) = (
        drawn(Cel(frame, clip: canvas)), drawn(Cel(frame, clip: canvas).mapped(by: cube, amount: amount))
      )
      for (x, y) in (0..<64).flatMap({ x in (0..<16).map { (x, $0) } }) {
        let (old, new) = (before.pixel(x, y), after.pixel(x, y))
        guard old[3] > 0 else { continue }
        let color = old.prefix(3).map { $0 / old[3] }
        let wanted = zip(color, looked(up: color, in: cube)).map { ($0 + ($1 - $0) * amount) * old[3] }
        #expect(zip(new, wanted).allSatisfy { abs($0 - $1) < 2e-4 } && new[3] == old[3], "seed \(random.seed)")
      }
    }
  }

  @Test func theLatticeItselfChangesNothing() {
    var random = SplitMix()
    let corners = (0..<27).map { index -> SIMD4<Float> in
      let (red, green, blue) = (index % 3, index / 3 % 3, index / 9)
      return SIMD4(Float(red), Float(green), Float(blue), 0) / 2
    }
    let cube = ColorCube(size: 3, corners: corners)
    let frame = Frame.noise(Size(width: 64, height: 16), .rgba8, .srgb, with: &random)
    let (plain, mapped) = (drawn(Cel(frame, clip: canvas)), drawn(Cel(frame, clip: canvas).mapped(by: cube, amount: 1)))
    #expect(zip(plain.numbers, mapped.numbers).allSatisfy { abs(Int($0) - Int($1)) <= 1 }, "seed \(random.seed)")
  }
}
