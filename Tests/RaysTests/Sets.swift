import Media
import World

@testable import Rays

/// What the claims are made about: a few props before a camera that looks along −z from (0, y, 0).
struct TestSet {
  var props: [Stage.Prop] = []
  var poses: [Pose] = []
  var later: [Pose] = []
  var scene: Scene

  /// A camera `height` metres up that looks to where z is −`away`; half of the picture's height is 1 unit at distance 2.
  init(
    _ place: Place = .space, height: Double = 0, away: Double = 4, aperture: Double = 0,
    light: Lighting = Lighting(elevation: 0.7, azimuth: 3.1)
  ) {
    let view = Shot.View(eye: Vector(0, height, 0), target: Vector(0, height, -away))
    let angle = 2 * 0.463_647_609_000_806  // the tangent of half of it is ½
    scene = Scene(
      duration: .zero, place: place, ground: Ground(TestSet.material(Surface(.white, roughness: 1))),
      weather: Weather(clouds: 0), light: light, shots: [Shot(from: view, angle: angle, aperture: aperture)])
  }

  static func material(_ surface: Surface) -> Material {
    Material(name: "plain", substance: Substance(density: 1000), surface: surface)
  }

  static let lit = Surface(.white, glow: 2)

  mutating func add(
    _ owner: String, _ solid: Solid, _ surface: Surface = TestSet.lit, at pose: Pose, then later: Pose? = nil
  ) {
    props.append(Stage.Prop(owner: owner, solid: solid, surface: surface))
    poses.append(pose)
    self.later.append(later ?? pose)
  }

  func tracer(_ size: Size, _ quality: Quality = .draft) throws -> Tracer {
    try Tracer(stage: Stage(props: props), scene: scene, size: size, quality: quality)
  }

  func frame(_ size: Size, _ quality: Quality = .draft, threads: Int = 1) throws -> Frame {
    try tracer(size, quality).frame(of: Instant(poses: poses), Instant(poses: later), at: .zero, threads: threads)
  }

  func survey(_ size: Size) throws -> Survey {
    try tracer(size).survey(of: Instant(poses: poses), Instant(poses: later), at: .zero)
  }
}

extension Frame {
  /// Green at a pixel.
  func green(_ x: Int, _ y: Int) -> Int { codes(x, y)[1] }

  func codes(_ x: Int, _ y: Int) -> [Int] {
    withPlane(0) { bytes, stride in
      (0..<3).map { channel in
        format == .rgba16
          ? Int(bytes.loadUnaligned(fromByteOffset: y * stride + 8 * x + 2 * channel, as: UInt16.self))
          : Int(bytes[y * stride + 4 * x + channel])
      }
    }
  }

  var everyByte: [UInt8] {
    withPlane(0) { bytes, stride in (0..<size.height).flatMap { y in bytes[y * stride..<y * stride + 4 * size.width] } }
  }

  /// Where pixels are that are at least as bright as `code`.
  func bright(_ code: Int = 100) -> [(x: Int, y: Int)] {
    (0..<size.height).flatMap { y in (0..<size.width).filter { green($0, y) >= code }.map { ($0, y) } }
  }

  /// The mean place of what is bright, from the picture's middle, right and down.
  func middleOfBright(_ code: Int = 100) -> SIMD2<Double> {
    let lit = bright(code)
    let sum = lit.reduce(SIMD2<Double>.zero) { $0 + SIMD2(Double($1.x) + 0.5, Double($1.y) + 0.5) }
    return sum / Double(max(lit.count, 1)) - SIMD2(Double(size.width), Double(size.height)) / 2
  }
}
