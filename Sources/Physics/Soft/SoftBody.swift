internal import Media
internal import World

/// A cloth or a jelly: masses that springs without mass hold together.
///
/// Positions are corrected, and speeds follow from them (XPBD; Macklin, Müller and Chentanez 2016, in the small steps of
/// Macklin and others 2019). It cannot blow up, and is made of + − × ÷ √ alone.
struct SoftBody {
  let name: String
  let sound: String
  let friction: Double
  /// How far from its masses its surface is, in metres.
  let thickness: Double
  /// In kg, of each of its masses.
  let particleMass: Double
  let triangles: [SIMD3<UInt32>]
  let seam: Seam
  var places: [Vector]
  var speeds: [Vector]
  /// By mass: 0 for what is held.
  let lightness: [Double]
  private let springs: [Spring]
  /// Masses that are seen, in the order of the skin's vertices.
  private let shown: [Int]
  /// How fast it loses what is not shared by all of it, per second.
  private let damping: Double

  enum Seam { case cloth, jelly }

  struct Spring {
    var first: Int
    var second: Int
    var length: Double
    /// In m/N.
    var compliance: Double
  }

  init(_ sheet: Sheet, seed: UInt64) {
    (name, sound) = (sheet.name, sheet.material.substance.sound)
    friction = sheet.material.substance.friction
    let lattice: Lattice
    switch sheet.kind {
    case .cloth(let width, let height):
      lattice = .cloth(width: width, height: height, held: sheet.held)
      (thickness, damping, seam) = (0.006, 0.4, .cloth)
    case .jelly(let size, let stiffness):
      lattice = .jelly(size: size, stiffness: min(max(stiffness, 0), 1), mass: max(sheet.mass, 1e-3))
      (thickness, damping, seam) = (0.002, 3, .jelly)
    }
    places = lattice.places.map { sheet.pose($0) }
    speeds = Array(repeating: .zero, count: places.count)
    let mass = max(sheet.mass, 1e-3) / Double(places.count)
    particleMass = mass
    lightness = places.indices.map { lattice.held.contains($0) ? 0 : 1 / mass }
    (springs, triangles, shown) = (lattice.springs, lattice.triangles, lattice.shown)
  }

  var skin: [SIMD3<Float>] { shown.map { SIMD3<Float>(places[$0]) } }

  /// One step: all fall, springs and what is in the way correct them, and the speeds follow.
  mutating func advance(gravity: Vector, wind: Vector, meet: (inout Vector, Vector, Double) -> Void) {
    let dt = Pulse.seconds
    let before = places
    let air = wind == .zero ? 0.15 : 0.8
    for index in places.indices where lightness[index] > 0 {
      speeds[index] += (gravity + (wind - speeds[index]) * air) * dt
      places[index] += speeds[index] * dt
    }
    // Forwards and backwards in turn, so that neither end leads.
    for spring in springs { correct(spring, dt) }
    for spring in springs.reversed() { correct(spring, dt) }
    for index in places.indices where lightness[index] > 0 { meet(&places[index], before[index], lightness[index]) }
    for index in places.indices { speeds[index] = (places[index] - before[index]) / dt }
    calm(dt)
  }

  private mutating func correct(_ spring: Spring, _ dt: Double) {
    let (a, b) = (spring.first, spring.second)
    let give = lightness[a] + lightness[b] + spring.compliance / (dt * dt)
    let way = places[b] - places[a]
    let length = way.length
    guard length > 0, lightness[a] + lightness[b] > 0 else { return }
    let pull = way * ((length - spring.length) / (length * give))
    places[a] += pull * lightness[a]
    places[b] -= pull * lightness[b]
  }

  /// Takes from each spring some of what its ends do not do together: it stops quivering, and falls no slower.
  private mutating func calm(_ dt: Double) {
    let share = damping * dt
    for spring in springs {
      let (a, b) = (spring.first, spring.second)
      let both = lightness[a] + lightness[b]
      guard both > 0 else { continue }
      let change = (speeds[b] - speeds[a]) * (share / both)
      speeds[a] += change * lightness[a]
      speeds[b] -= change * lightness[b]
    }
  }
}
