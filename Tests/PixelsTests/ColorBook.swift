import Glibc
import Media

/// What ST 2084, STD-B67, BT.2390, BT.1886 and IEC 61966-2-1 say, in double precision and the system's own powers.
enum ColorBook {
  static func pqLight(_ code: Double) -> Double {
    let (m1, m2, c1, c2, c3) = (0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875)
    let root = pow(max(code, 0), 1 / m2)
    return 10_000 * pow(max(root - c1, 0) / (c2 - c3 * root), 1 / m1)
  }

  static func pqCode(_ light: Double) -> Double {
    let (m1, m2, c1, c2, c3) = (0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875)
    let root = pow(light / 10_000, m1)
    return pow((c1 + c2 * root) / (1 + c3 * root), m2)
  }

  static func hlgScene(_ code: Double) -> Double {
    code <= 0.5 ? code * code / 3 : (exp((code - 0.55991073) / 0.17883277) + 0.28466892) / 12
  }

  /// BT.2390-10, section 5.4.1: from 1000 cd/m² to 203, black at none.
  static func eetf(_ light: Double) -> Double {
    let whole = pqCode(1000)
    let e = min(pqCode(light) / whole, 1), most = pqCode(203) / whole
    let ks = 1.5 * most - 0.5
    guard e >= ks else { return light }
    let t = (e - ks) / (1 - ks)
    let p =
      (2 * t * t * t - 3 * t * t + 1) * ks + (t * t * t - 2 * t * t + t) * (1 - ks)
      + (3 * t * t - 2 * t * t * t) * most
    return pqLight(p * whole)
  }

  static func srgbLight(_ code: Double) -> Double { code <= 0.04045 ? code / 12.92 : pow((code + 0.055) / 1.055, 2.4) }
  static func srgbCode(_ light: Double) -> Double {
    light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
  }

  /// Light in BT.709's primaries of light in others: the tables of BT.2087 and of the sRGB and P3 profiles.
  static func matrix(_ primaries: ColorDescription.Primaries) -> [[Double]] {
    switch primaries {
    case .bt709: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .bt2020: [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]]
    case .displayP3: [[1.2249, -0.2249, 0], [-0.0421, 1.0421, 0], [-0.0196, -0.0786, 1.0983]]
    case .bt601: [[0.9395, 0.0502, 0.0103], [0.0178, 0.9658, 0.0164], [-0.0016, -0.0044, 1.0060]]
    case .ebu: [[1.0440, -0.0440, 0], [0, 1, 0], [0, 0.0118, 0.9882]]
    }
  }
}
