internal import World

/// What tells one animal on four legs from another, as parts of its height to the top of the head.
struct Breed {
  /// From the hips to the shoulders.
  var length: Double
  /// Heights of the joints of hip and shoulder.
  var hip: Double
  var shoulder: Double
  /// Half of the trunk's width and depth at the chest.
  var girth: SIMD2<Double>
  /// Hind and fore: the two long bones; the foot below them is what is left.
  var hind: Limb
  var fore: Limb
  /// From the ball to the hock and to the wrist.
  var hock: Vector
  var wrist: Vector
  var legRadius: Double
  var neck: Vector
  var neckRadius: Double
  var head: Double
  /// The muzzle, from the head's middle.
  var muzzle: Vector
  var muzzleRadius: Double
  var ears: Ears
  var tail: Vector
  var tailRadius: Double
  var hasMane = false
  /// In kg/m³ of the cube of its height.
  var density: Double

  enum Ears { case hanging, pointed, upright }

  static let dog = Breed(
    length: 0.52, hip: 0.60, shoulder: 0.57, girth: SIMD2(0.105, 0.135), hind: Limb(upper: 0.25, lower: 0.25),
    fore: Limb(upper: 0.23, lower: 0.255), hock: Vector(0, 0.165, -0.065), wrist: Vector(0, 0.075, -0.02),
    legRadius: 0.030, neck: Vector(0, 0.17, 0.13), neckRadius: 0.068, head: 0.105, muzzle: Vector(0, -0.035, 0.155),
    muzzleRadius: 0.052, ears: .hanging, tail: Vector(0, 0.16, -0.17), tailRadius: 0.022, density: 70)

  static let cat = Breed(
    length: 0.62, hip: 0.58, shoulder: 0.55, girth: SIMD2(0.10, 0.12), hind: Limb(upper: 0.25, lower: 0.25),
    fore: Limb(upper: 0.23, lower: 0.24), hock: Vector(0, 0.15, -0.06), wrist: Vector(0, 0.07, -0.02),
    legRadius: 0.033, neck: Vector(0, 0.13, 0.10), neckRadius: 0.07, head: 0.145, muzzle: Vector(0, -0.045, 0.115),
    muzzleRadius: 0.058, ears: .pointed, tail: Vector(0, 0.30, -0.20), tailRadius: 0.026, density: 95)

  static let horse = Breed(
    length: 0.56, hip: 0.64, shoulder: 0.56, girth: SIMD2(0.12, 0.155), hind: Limb(upper: 0.25, lower: 0.26),
    fore: Limb(upper: 0.20, lower: 0.24), hock: Vector(0, 0.20, -0.05), wrist: Vector(0, 0.155, -0.012),
    legRadius: 0.026, neck: Vector(0, 0.25, 0.18), neckRadius: 0.075, head: 0.072, muzzle: Vector(0, -0.135, 0.135),
    muzzleRadius: 0.05, ears: .upright, tail: Vector(0, -0.10, -0.10), tailRadius: 0.03, hasMane: true, density: 54)
}
