import Media

/// Three by three numbers that make three of three.
struct ColorMatrix: Hashable {
  /// Row after row.
  let rows: [SIMD3<Double>]

  static let identity = ColorMatrix(rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1]])

  static func * (a: ColorMatrix, b: ColorMatrix) -> ColorMatrix {
    ColorMatrix(rows: a.rows.map { $0.x * b.rows[0] + $0.y * b.rows[1] + $0.z * b.rows[2] })
  }

  func callAsFunction(_ v: SIMD3<Double>) -> SIMD3<Double> {
    [(rows[0] * v).sum(), (rows[1] * v).sum(), (rows[2] * v).sum()]
  }

  /// By Cramer's rule: its columns are cross products of rows.
  ///
  /// - Precondition: no row is a sum of the others.
  var inverse: ColorMatrix {
    let columns = [rows[1].cross(rows[2]), rows[2].cross(rows[0]), rows[0].cross(rows[1])]
    let scale = 1 / (rows[0] * columns[0]).sum()
    return ColorMatrix(rows: (0..<3).map { SIMD3(columns[0][$0], columns[1][$0], columns[2][$0]) * scale })
  }
}

extension SIMD3<Double> {
  fileprivate func cross(_ other: SIMD3<Double>) -> SIMD3<Double> {
    [y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x]
  }
}

extension ColorMatrix {
  /// From light in some primaries to light in those of the canvas. All of them have the white of D65, which stays.
  init(from primaries: ColorDescription.Primaries) {
    self = ColorMatrix(toXYZ: .bt709).inverse * ColorMatrix(toXYZ: primaries)
  }

  /// SMPTE RP 177: columns are the primaries, as strong as it takes to make white of one of each.
  init(toXYZ primaries: ColorDescription.Primaries) {
    func lit(_ x: Double, _ y: Double) -> SIMD3<Double> { [x / y, 1, (1 - x - y) / y] }
    let (red, green, blue) = primaries.chromaticities
    let (r, g, b) = (lit(red.x, red.y), lit(green.x, green.y), lit(blue.x, blue.y))
    let plain = ColorMatrix(rows: (0..<3).map { [r[$0], g[$0], b[$0]] })
    let shares = plain.inverse(lit(0.3127, 0.3290))
    rows = plain.rows.map { $0 * shares }
  }
}

extension ColorDescription.Primaries {
  /// H.273, table 2. DCI's white is taken for D65.
  fileprivate var chromaticities: (red: SIMD2<Double>, green: SIMD2<Double>, blue: SIMD2<Double>) {
    switch self {
    case .bt601: ([0.630, 0.340], [0.310, 0.595], [0.155, 0.070])
    case .ebu: ([0.640, 0.330], [0.290, 0.600], [0.150, 0.060])
    case .bt709: ([0.640, 0.330], [0.300, 0.600], [0.150, 0.060])
    case .bt2020: ([0.708, 0.292], [0.170, 0.797], [0.131, 0.046])
    case .displayP3: ([0.680, 0.320], [0.265, 0.690], [0.150, 0.060])
    }
  }
}
