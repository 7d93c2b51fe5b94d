import Media

/// The standards of light beyond white. Light is in cd/m² on a display, unless it says otherwise.
enum HighDynamicRange {
  /// White of paper and of captions, and so of the canvas (BT.2408, section 2.1).
  static let white = 203.0
  /// The strongest light that is taken to be in a picture: where HLG is graded, and most of PQ.
  static let peak = 1000.0

  // MARK: SMPTE ST 2084, in BT.2100 table 4

  private static let (m1, m2) = (2610.0 / 16_384, 2523.0 / 4096 * 128)
  private static let (c1, c2, c3) = (3424.0 / 4096, 2413.0 / 4096 * 32, 2392.0 / 4096 * 32)

  /// Light of a PQ code.
  static func light(ofPQ code: Double) -> Double {
    let root = Elementary.power(min(max(code, 0), 1), 1 / m2)
    return 10_000 * Elementary.power(max(root - c1, 0) / (c2 - c3 * root), 1 / m1)
  }

  /// The PQ code of light.
  static func pq(ofLight light: Double) -> Double {
    let root = Elementary.power(min(max(light, 0), 10_000) / 10_000, m1)
    return Elementary.power((c1 + c2 * root) / (1 + c3 * root), m2)
  }

  // MARK: ARIB STD-B67, in BT.2100 table 5

  /// Light before the camera, 0 to 1, of an HLG code.
  static func sceneLight(ofHLG code: Double) -> Double {
    let (a, b, c) = (0.178_832_77, 0.284_668_92, 0.559_910_73)
    let code = min(max(code, 0), 1)
    guard code > 0.5 else { return code * code / 3 }
    return (Elementary.exp2((code - c) / a * 1.442_695_040_888_963_4) + b) / 12
  }

  /// What each colour is multiplied by between camera and a display of 1000 cd/m², whose gamma is 1.2.
  ///
  /// - Parameter luminance: Before the camera.
  static func systemGain(_ luminance: Double) -> Double { peak * Elementary.power(luminance, 0.2) }

  // MARK: BT.2390-10, section 5.4.1

  /// What becomes of light up to `peak` on a display whose strongest is `white`, with black at none: as it is up to the
  /// knee, and from there on along a Hermite spline, all of it in PQ codes as parts of the peak's.
  static func mapped(_ light: Double) -> Double {
    let whole = pq(ofLight: peak)
    let (most, code) = (pq(ofLight: white) / whole, min(pq(ofLight: light) / whole, 1))
    let knee = 1.5 * most - 0.5
    guard code > knee else { return light }
    let t = (code - knee) / (1 - knee)
    let (square, cube) = (t * t, t * t * t)
    let spline =
      (2 * cube - 3 * square + 1) * knee + (cube - 2 * square + t) * (1 - knee) + (-2 * cube + 3 * square) * most
    return self.light(ofPQ: spline * whole)
  }
}
