import Media

/// The kernels of shaders, number by number.
enum ShadeTwin {
  static func value(_ operation: Shader.Operation, _ v: [Float]) -> Float {
    let (a, b) = (v[0], v.count > 1 ? v[1] : 0)
    switch operation {
    case .negate: return -a
    case .abs: return a.magnitude
    case .floor: return a.rounded(.down)
    case .sqrt: return a.squareRoot()
    case .sin: return sine(a, 0)
    case .cos: return sine(a, 1)
    case .exp2: return exponential(a)
    case .log2: return logarithm(a)
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide: return a / b
    case .min: return least(a, b)
    case .max: return most(a, b)
    case .less: return a < b ? 1 : 0
    case .atan: return angle(a, b)
    case .select: return a != 0 ? b : v[2]
    case .hash: return hash(v)
    }
  }

  private static func least(_ a: Float, _ b: Float) -> Float { a < b ? a : b }
  private static func most(_ a: Float, _ b: Float) -> Float { a > b ? a : b }
  private static func held(_ v: Float, _ low: Float, _ high: Float) -> Float { most(least(v, high), low) }

  /// Horner's scheme, the last coefficient innermost.
  private static func series(_ z: Float, _ coefficients: [Float]) -> Float {
    coefficients.dropLast().reversed().reduce(coefficients[coefficients.count - 1]) { $1 + z * $0 }
  }

  private static func sine(_ x: Float, _ quarters: Int32) -> Float {
    let angle = Double(held(x, -1e8, 1e8))
    let whole = (angle * 0.63661977236758134308).rounded(.toNearestOrEven)
    let rest = Float((angle - whole * 1.57079632673412561417) - whole * 6.07710050650619224932e-11)
    let z = rest * rest
    let s = rest + rest * z * series(z, [-1 / 6, 1 / 120, -1 / 5040, 1 / 362880])
    let c = 1 + z * series(z, [-0.5, 1 / 24, -1 / 720, 1 / 40320, -1 / 3628800])
    let quarter = Int32(whole) &+ quarters
    let v = quarter & 1 != 0 ? c : s
    return (quarter & 2 != 0 ? -v : v) + (x - x)
  }

  private static func exponential(_ x: Float) -> Float {
    guard x == x else { return x }
    let inside = held(x, -200, 200)
    let whole = inside.rounded(.toNearestOrEven)
    let y = (inside - whole) * 0.693147180559945
    let sum = series(y, [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040])
    let n = Int(whole)
    return sum * Float(sign: .plus, exponent: n >> 1, significand: 1)
      * Float(sign: .plus, exponent: n - n >> 1, significand: 1)
  }

  private static func logarithm(_ x: Float) -> Float {
    guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x < 0 ? .nan : x }
    let isTiny = x < .leastNormalMagnitude
    let bits = (isTiny ? x * 16_777_216 : x).bitPattern
    let exponent = Int32(bitPattern: bits &- 0x3f35_04f3) >> 23
    let m = Float(bitPattern: bits &- UInt32(bitPattern: exponent) << 23)
    let s = (m - 1) / (m + 1)
    let sum = s * series(s * s, [2, 2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9])
    return Float(exponent - (isTiny ? 24 : 0)) + sum * 1.44269504088896
  }

  private static func angle(_ y: Float, _ x: Float) -> Float {
    guard x == x, y == y else { return x + y }
    let (across, up) = (x.magnitude, y.magnitude)
    let (large, small) = (most(across, up), least(across, up))
    let slope = large > 0 ? small / large : 0
    let isSteep = slope > 0.414213562
    let u = isSteep ? (slope - 1) / (slope + 1) : slope
    let z = u * u
    let sum = series(z, [-1.0 / 3, 1.0 / 5, -1.0 / 7, 1.0 / 9, -1.0 / 11, 1.0 / 13, -1.0 / 15, 1.0 / 17])
    var v = u + u * z * sum
    if isSteep { v += 0.785398163397448 }
    if up > across { v = 1.57079632679490 - v }
    if x < 0 { v = 3.14159265358979 - v }
    return y < 0 ? -v : v
  }

  /// MurmurHash3, x86, 32 bits, with seed 0, of the numbers' bits.
  static func hash(_ numbers: [Float]) -> Float {
    Float(murmur(numbers.map { $0 == $0 ? ($0 + 0).bitPattern : 0x7fc0_0000 }) >> 8) / 16_777_216
  }

  static func murmur(_ blocks: [UInt32]) -> UInt32 {
    var h: UInt32 = 0
    for block in blocks {
      var k = block &* 0xcc9e_2d51
      k = k << 15 | k >> 17
      h ^= k &* 0x1b87_3593
      h = h << 13 | h >> 19
      h = h &* 5 &+ 0xe654_6b64
    }
    h ^= UInt32(4 * blocks.count)
    h = (h ^ h >> 16) &* 0x85eb_ca6b
    h = (h ^ h >> 13) &* 0xc2b2_ae35
    return h ^ h >> 16
  }
}
