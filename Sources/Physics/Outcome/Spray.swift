internal import World

/// What water throws up and the rings that run over it: known from when it was made, so that any time can be asked for.
struct Spray: Sendable {
  var level = 0.0
  var gravity = Vector(0, -9.81, 0)
  private(set) var made: [Made] = []
  private(set) var rings: [Ring] = []

  /// More drops than this are not thrown in one scene.
  static let mostDrops = 6000
  static let ringSeconds = 5.0

  struct Made: Sendable {
    var time: Double
    var place: Vector
    var velocity: Vector
    var radius: Double
  }

  struct Ring: Sendable {
    var time: Double
    var center: SIMD2<Double>
    var height: Double
  }

  /// - Parameters:
  ///   - speed: At which something of `size` (m) comes through the surface, in m/s.
  mutating func splash(at time: Double, place: Vector, speed: Double, size: Double, seed: UInt64) {
    ripple(at: time, place: place, height: min(0.12 * size * speed, 0.25))
    var dice = Dice(seed, UInt64(made.count), UInt64(rings.count))
    let wanted = Int(min(40 * speed * size / 0.2, 160))
    for _ in 0..<min(wanted, max(0, Spray.mostDrops - made.count)) {
      let around = dice.direction()
      let out = speed * (0.15 + 0.35 * dice.unit())
      let up = speed * (0.35 + 0.65 * dice.unit())
      made.append(
        Made(
          time: time, place: place + Vector(around.x, 0, around.y) * (size * 0.5),
          velocity: Vector(around.x * out, up, around.y * out), radius: 0.004 + 0.012 * dice.unit() * min(1, size * 4)))
    }
  }

  mutating func ripple(at time: Double, place: Vector, height: Double) {
    rings.append(Ring(time: time, center: SIMD2(place.x, place.z), height: height))
  }

  func drops(at time: Double) -> [Instant.Drop] {
    made.compactMap { drop in
      let age = time - drop.time
      guard age >= 0, age < 4 else { return nil }
      let place = drop.place + drop.velocity * age + gravity * (age * age / 2)
      return place.y >= level ? Instant.Drop(at: SIMD3<Float>(place), radius: Float(drop.radius)) : nil
    }
  }

  func ripples(at time: Double) -> [Instant.Ripple] {
    rings.compactMap { ring in
      let age = time - ring.time
      guard age >= 0, age < Spray.ringSeconds else { return nil }
      return Instant.Ripple(center: SIMD2<Float>(ring.center), age: Float(age), height: Float(ring.height))
    }
  }
}
